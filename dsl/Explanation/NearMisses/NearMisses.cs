using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>
/// Finds what was nearly otherwise. Each near miss changes one fact alone and is proved by judging the changed case; what takes two
/// changes is not looked for, and a condition on sums and products of several facts may hide one.
/// </summary>
public static class NearMisses
{
    /// <summary>How many are given at most, the nearest first.</summary>
    public const int Most = 8;

    /// <summary>The near misses of a deal's ruling, nearest first; of equally near ones the largest in money.</summary>
    public static IReadOnlyList<NearMiss> Of(RuleProgram program, DealCase deal) => Of(CaseAtHand.Of(
        (program ?? throw new ArgumentNullException(nameof(program))).Bound, deal ?? throw new ArgumentNullException(nameof(deal))));

    /// <summary>The near misses of a month's ruling, nearest first; of equally near ones the largest in money.</summary>
    public static IReadOnlyList<NearMiss> Of(RuleProgram program, UsageCase usage) => Of(
        program ?? throw new ArgumentNullException(nameof(program)), usage ?? throw new ArgumentNullException(nameof(usage)),
        new UsageFigures(usage.Usage, usage.Month));

    /// <summary>The near misses of a partner's month over all customers: the next step of each rule, nearest first.</summary>
    public static IReadOnlyList<NearMiss> Of(RuleProgram program, PartnerCase partner) => Of(CaseAtHand.Of(
        (program ?? throw new ArgumentNullException(nameof(program))).Bound, partner ?? throw new ArgumentNullException(nameof(partner))));

    /// <summary>The near misses of a partner's tier: the tiers above the one that is earned, nearest first.</summary>
    public static IReadOnlyList<NearMiss> Of(RuleProgram program, TierCase partner)
    {
        if (partner is null)
            throw new ArgumentNullException(nameof(partner));
        var figures = new UsageFigures(partner.Usage, partner.Month) { Retention = new Retention(partner.ActiveCustomers) };
        return Of(program ?? throw new ArgumentNullException(nameof(program)), partner, figures);
    }

    /// <summary>The same where figures are stated, as examples do.</summary>
    internal static IReadOnlyList<NearMiss> Of(RuleProgram program, TierCase partner, UsageFigures figures) =>
        Of(CaseAtHand.Of(program.Bound, partner, figures));

    /// <summary>The same where figures are stated, as examples do.</summary>
    internal static IReadOnlyList<NearMiss> Of(RuleProgram program, UsageCase usage, UsageFigures figures) =>
        Of(CaseAtHand.Of(program.Bound, usage, figures));

    private static List<NearMiss> Of(CaseAtHand at)
    {
        var before = at.Judge();
        var goals = Goals.Of(at, before).GroupBy(goal => goal.Subject).Select(same => same.First()).ToList();
        return [.. goals
            .SelectMany(goal => Nearest(goal, Budget.For(at.Program, goals.Count)))
            .OfType<Found>()
            .Select(found => found with { Money = found.Goal.Money(before, found.After) })
            .Where(found => found.Money != 0 || found.Goal.Kind is not (NearMissKind.Commission or NearMissKind.Accelerator))
            .OrderBy(found => found.Alternative.Size)
            .ThenByDescending(found => found.Money)
            .ThenBy(found => found.Goal.Rule, StringComparer.Ordinal)
            .ThenBy(found => found.Goal.Who?.PartnerKey, StringComparer.Ordinal)
            .ThenBy(found => found.Goal.Who?.Role, StringComparer.Ordinal)
            .GroupBy(found => (found.Goal.Subject, found.Alternative.Change.Values["fact"], found.Alternative.Change.Values["to"]))
            .Select(same => same.First())
            .Take(Most)
            .Select(found => Whole(at, before, found))];
    }

    // A figure that others make up takes few judgements, so it comes first.
    private static IEnumerable<Found?> Nearest(Goal goal, Budget budget) =>
        [Nearest(goal, true, budget), Nearest(goal, false, budget)];

    private static Found? Nearest(Goal goal, bool derived, Budget budget)
    {
        Alternative? nearest = null;
        foreach (var fact in goal.Facts.Where(fact => fact.IsDerived == derived))
        {
            if (fact.Nearest(goal, budget) is { } found && (nearest is null || found.Size < nearest.Size))
                nearest = found;
        }
        return nearest is null ? null : new Found(goal, nearest, nearest.Case.Judge(), 0);
    }

    // The search looks at one commission at a time; what is told is the ruling under all rules.
    private static NearMiss Whole(CaseAtHand at, Judged before, Found found)
    {
        var after = found.Alternative.Case.UnderTheRulesOf(at).Judge();
        var changes = found.Goal.Kind == NearMissKind.Figure ? [] : MoneyChanges.Of(at, before, after);
        return new NearMiss(
            found.Goal, found.Alternative, after, changes, miss => NearMissFindings.Of(at, found.Goal, found.Alternative, miss));
    }

    private sealed record Found(Goal Goal, Alternative Alternative, Judged After, decimal Money);
}
