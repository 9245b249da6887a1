using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>Something that a ruling did not come to and that a changed case may.</summary>
internal abstract class Goal(NearMissKind kind, string rule, MoneyKey? who, IReadOnlyList<Fact> facts)
{
    public NearMissKind Kind { get; } = kind;

    public string Rule { get; } = rule;

    /// <summary>Whose commission it is about; null where it is about no partner's.</summary>
    public MoneyKey? Who { get; } = who;

    /// <summary>What is reached: a figure is known for all rules that read it, everything else is a rule's own.</summary>
    public virtual object Subject => this;

    /// <summary>What could be changed to reach it.</summary>
    public IReadOnlyList<Fact> Facts { get; } = facts;

    /// <summary>Whether the changed case comes to it.</summary>
    public virtual bool IsMet(CaseAtHand changed) => IsMet(changed.Judge());

    protected abstract bool IsMet(Judged judged);

    /// <summary>How much money it is about: the partner's commission, or the largest change of a credit.</summary>
    public decimal Money(Judged before, Judged after) => Who is { } who
        ? Math.Abs(Amount(after, who) - Amount(before, who))
        : before.Shares.Concat(after.Shares).Select(Judged.KeyOf).Distinct()
            .Select(share => Math.Abs(Credit(after, share) - Credit(before, share))).DefaultIfEmpty(0).Max();

    /// <summary>What would be so, as a step.</summary>
    public abstract Finding Effect(Judged after);

    private static decimal Amount(Judged judged, MoneyKey who) =>
        judged.Earnings.Where(earning => Judged.KeyOf(earning) == who).Sum(earning => earning.Amount);

    private static decimal Credit(Judged judged, MoneyKey who) =>
        judged.Shares.Where(share => Judged.KeyOf(share) == who).Sum(share => share.Amount);
}
