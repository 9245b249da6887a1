using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Finds commissions that are the same in all but their name, so that what was meant once is paid twice.</summary>
internal static class TwinsPass
{
    public static void Run(CheckContext context, BoundProgram program, CaseFinder finder)
    {
        var rules = context.Syntax.Rules.OfType<ClausedRule>().Where(rule => rule.Kind == "commission");
        foreach (var twins in rules.GroupBy(rule => Clauses(context, rule)).Where(group => group.Count() > 1))
        {
            foreach (var second in twins.Skip(1))
                context.Bag.Add(Problems.TwinCommission(second.Name.Range, twins.First().Name.Text, second.Name.Text));
        }
    }

    private static string Clauses(CheckContext context, ClausedRule rule) => string.Join("\n", rule.Clauses
        .Where(clause => clause is not BecauseClause)
        .Select(clause => context.Slice(clause.Range)).OrderBy(text => text, System.StringComparer.Ordinal));
}
