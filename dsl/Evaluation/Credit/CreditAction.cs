namespace CrmAddon.Rules.Evaluation;

/// <summary>What a credit rule does when it applies.</summary>
internal abstract class CreditAction
{
    /// <summary>The field that names who is credited; null where roles do.</summary>
    public virtual FieldSlot? Target => null;

    public abstract CreditSplit Divide(Facts facts, Roster roster, RegistrationFacts? registration);

    /// <summary>Whether both are written the same, so that they can't credit differently.</summary>
    public abstract bool IsWrittenAs(CreditAction other);
}
