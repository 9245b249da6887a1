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
        var budget = Budget.For(at.Program);
        return [.. Goals.Of(at, before)
            .SelectMany(goal => new[] { Nearest(at, before, goal, false, budget), Nearest(at, before, goal, true, budget) })
            .OfType<NearMiss>()
            .OrderBy(miss => miss.Size)
            .ThenByDescending(miss => miss.Changes.Select(change => Math.Abs(change.After - change.Before)).DefaultIfEmpty(0).Max())
            .ThenBy(miss => miss.Rule, StringComparer.Ordinal)
            .ThenBy(miss => miss.PartnerKey, StringComparer.Ordinal)
            .ThenBy(miss => miss.Role, StringComparer.Ordinal)
            .GroupBy(miss => (miss.Kind, miss.Fact, miss.Kind == NearMissKind.Figure ? "" : miss.Rule + miss.PartnerKey + miss.Role + miss.Product + miss.To))
            .Select(same => same.First())
            .Take(Most)];
    }

    private static NearMiss? Nearest(CaseAtHand at, Judged before, Goal goal, bool derived, Budget budget)
    {
        Alternative? nearest = null;
        foreach (var fact in goal.Facts.Where(fact => fact.IsDerived == derived))
        {
            if (fact.Nearest(goal, budget) is { } found && (nearest is null || found.Size < nearest.Size))
                nearest = found;
        }
        if (nearest is null)
            return null;
        var after = nearest.Case.Judge();
        var changes = goal.Kind == NearMissKind.Figure ? [] : MoneyChanges.Of(at, before, after);
        var pays = changes.Count > 0 || goal.Kind is not (NearMissKind.Commission or NearMissKind.Accelerator);
        return pays ? new NearMiss(goal, nearest, after, changes, miss => NearMissFindings.Of(at, goal, nearest, miss)) : null;
    }
}
