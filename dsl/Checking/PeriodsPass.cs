using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Rules of one name are versions of one rule: their effective dates follow each other without gap or overlap.</summary>
internal static class PeriodsPass
{
    public static void Run(CheckContext context)
    {
        var groups = context.Syntax.Rules.OfType<ClausedRule>()
            .Where(rule => rule.Kind is "credit" or "commission" && rule.Clauses.OfType<EffectiveClause>().Any())
            .GroupBy(rule => (rule.Kind, rule.Name.Text));
        foreach (var group in groups)
        {
            var clauses = group.Select(rule => rule.Clauses.OfType<EffectiveClause>().First()).OrderBy(clause => clause.From).ToArray();
            for (var i = 1; i < clauses.Length; i++)
                CheckNeighbours(context, group.Key, clauses[i - 1], clauses[i]);
        }
    }

    private static void CheckNeighbours(
        CheckContext context, (string Kind, string Name) rule, EffectiveClause earlier, EffectiveClause later)
    {
        if (earlier.Until is not { } until || until >= later.From)
            context.Bag.Add(Problems.EffectiveOverlap(later.Range, rule.Kind, rule.Name));
        else if (until.AddDays(1) < later.From)
            context.Bag.Add(Problems.EffectiveGap(later.Range, rule.Kind, rule.Name, Day(until.AddDays(1)), Day(later.From.AddDays(-1))));
    }

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
