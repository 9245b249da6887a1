using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What a credit rule does when it applies.</summary>
internal abstract class CreditAction
{
    /// <summary>The field that names who is credited; null where roles do.</summary>
    public virtual FieldSlot? Target => null;

    /// <summary>The roles that are credited by name; none where it is a partner who is credited, in whatever role.</summary>
    public abstract IReadOnlyList<string> Roles { get; }

    public CreditSplit Divide(Facts facts, Roster roster, RegistrationFacts? registration)
    {
        var split = new CreditSplit(this);
        Divide(facts, roster, Registrant.Of(registration), split);
        return split;
    }

    public void Divide(Facts facts, Roster roster, in Registrant registrant, CreditSplit into)
    {
        into.Begin(this);
        Fill(into, facts, roster, registrant);
    }

    /// <summary>Whether both are written the same, so that they can't credit differently.</summary>
    public abstract bool IsWrittenAs(CreditAction other);

    /// <summary>Why a partner has this part.</summary>
    public abstract Finding Reason(Portion portion);

    protected abstract void Fill(CreditSplit split, Facts facts, Roster roster, in Registrant registrant);
}
