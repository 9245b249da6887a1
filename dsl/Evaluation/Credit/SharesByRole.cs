using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Shares by role.</summary>
internal sealed class SharesByRole(
    IReadOnlyList<(string Role, decimal Rate)> shares, EmptyRole empty, string? heir, SeveralInRole several) : CreditAction
{
    private readonly (string Role, decimal Rate)[] shares = [.. shares];

    private readonly decimal all = shares.Sum(share => share.Rate);

    public override IReadOnlyList<string> Roles { get; } = [.. shares.Select(share => share.Role)];

    public IReadOnlyList<(string Role, decimal Rate)> Shares => shares;

    public EmptyRole Empty => empty;

    /// <summary>The role that gets the shares of empty ones; null where none does.</summary>
    public string? Heir => heir;

    public SeveralInRole Several => several;

    private (EmptyRole, string?, SeveralInRole) Choices => (empty, heir, several);

    private IEnumerable<(string Role, decimal Rate)> Sorted => shares.OrderBy(share => share.Role, StringComparer.Ordinal);

    public override bool IsWrittenAs(CreditAction other) =>
        other is SharesByRole same && Choices.Equals(same.Choices) && Sorted.SequenceEqual(same.Sorted);

    public override Finding Reason(Portion portion) => Reasons.ShareOfRole(
        portion.Role, shares.First(share => share.Role == portion.Role).Rate, portion.RolePart, portion.Partners, several);

    protected override void Fill(CreditSplit split, Facts facts, Roster roster, in Registrant registrant)
    {
        // Sums of rates, which are short: a decimal has room for them.
        var vacant = 0m;
        foreach (var share in shares)
        {
            if (roster.CountIn(share.Role) > 0)
                continue;
            if (empty == EmptyRole.Refused)
            {
                split.Refuse(Reasons.NobodyInRole(share.Role));
                return;
            }
            vacant += share.Rate;
        }
        foreach (var (role, rate) in shares)
        {
            var count = roster.CountIn(role);
            if (count > 1 && several == SeveralInRole.Refused)
            {
                split.Refuse(Reasons.SeveralInRole(role, count));
                return;
            }
            if (count == 1)
                split.Add(roster.Only(role), WithVacant(role, rate, vacant), 1, default);
            else if (count > 1)
                AddPortions(split, roster, role, count, WithVacant(role, rate, vacant));
        }
    }

    // What the others get of an empty role's share is in proportion to their own.
    private Rational WithVacant(string role, decimal rate, decimal vacant) =>
        vacant == 0 ? rate
        : empty == EmptyRole.SharedAmongTheOthers ? (Rational)all * rate / (all - vacant)
        : empty == EmptyRole.GivenToRole && role == heir ? rate + vacant
        : rate;

    private void AddPortions(CreditSplit split, Roster roster, string role, int count, in Rational part)
    {
        var total = TotalWeight(roster, role);
        var first = several == SeveralInRole.ToTheFirstEngaged ? FirstEngaged(roster, role) : null;
        for (var i = 0; i < roster.Count; i++)
        {
            var seat = roster[i];
            if (seat.Role != role)
                continue;
            var own = first is not null ? (ReferenceEquals(first, seat) ? part : Rational.Zero)
                : total > 0 ? part * Math.Max(0, seat.Weight) / total
                : part / count;
            split.Add(seat, own, count, part);
        }
    }

    // Weights that are all zero count equally.
    private Rational TotalWeight(Roster roster, string role)
    {
        var total = Rational.Zero;
        for (var i = 0; several == SeveralInRole.ByWeight && i < roster.Count; i++)
        {
            if (roster[i].Role == role)
                total += Math.Max(0, roster[i].Weight);
        }
        return total;
    }

    private static Seat? FirstEngaged(Roster roster, string role)
    {
        Seat? first = null;
        for (var i = 0; i < roster.Count; i++)
        {
            if (roster[i].Role == role && (first is null || roster[i].EngagedOn < first.EngagedOn))
                first = roster[i];
        }
        return first;
    }
}
