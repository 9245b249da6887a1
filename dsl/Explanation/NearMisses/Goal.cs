using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>Something that a ruling did not come to and that a changed case may.</summary>
internal abstract class Goal(NearMissKind kind, string rule, MoneyKey? who, IReadOnlyList<Fact> facts)
{
    public NearMissKind Kind { get; } = kind;

    public string Rule { get; } = rule;

    /// <summary>Whose commission it is about; null where it is about no partner's.</summary>
    public MoneyKey? Who { get; } = who;

    /// <summary>What could be changed to reach it.</summary>
    public IReadOnlyList<Fact> Facts { get; } = facts;

    public abstract bool IsMet(CaseAtHand changed, Judged judged);

    /// <summary>What would be so, as a step.</summary>
    public abstract Finding Effect(Judged after);
}
