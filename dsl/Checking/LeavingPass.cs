using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Finds tiers that nobody reaches or that a higher one always covers, and churn that is decided before it is asked.</summary>
internal static class LeavingPass
{
    public static void Run(CheckContext context, BoundProgram program, CaseFinder finder)
    {
        for (var i = 0; i < program.Tiers.Count; i++)
            CheckTier(context, program, finder, i);
        if (program.Churn is { } churn)
            CheckChurn(context, finder, churn);
    }

    private static void CheckTier(CheckContext context, BoundProgram program, CaseFinder finder, int index)
    {
        var rule = program.Tiers[index];
        var when = finder.World.Holds(rule.When);
        if (!finder.MayHold(when))
            context.Bag.Add(Problems.NeverApplies(
                Condition(context, rule.Range), $"tier {rule.Tier}", Contradiction.Of(finder, default, rule.When)));
        else if (!finder.MayHold([when, .. program.Tiers.Take(index).Select(higher => finder.World.Holds(higher.When).Negated())]))
            context.Bag.Add(Problems.TierAlwaysPassed(rule.Range, rule.Tier, program.Tiers[index - 1].Tier));
    }

    private static void CheckChurn(CheckContext context, CaseFinder finder, Condition churn)
    {
        var range = context.Syntax.Rules.OfType<ClausedRule>().Last(rule => rule.Kind == "churn").Clauses.OfType<WhenClause>().First().Range;
        if (!finder.MayHold(finder.World.Holds(churn)))
            context.Bag.Add(Problems.NeverApplies(range, "churn", Contradiction.Of(finder, default, churn)));
        else if (!finder.MayHold(finder.World.Holds(churn).Negated()))
            context.Bag.Add(Problems.AlwaysChurned(range));
    }

    private static TextRange Condition(CheckContext context, TextRange name) => context.Syntax.Rules.OfType<ClausedRule>()
        .First(syntax => syntax.Name.Range == name).Clauses.OfType<WhenClause>().First().Range;
}
