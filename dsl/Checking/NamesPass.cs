using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Names of rules: not empty, not too long, and each once. Credit and commission rules of one name that follow each
/// other in time are left to <see cref="PeriodsPass"/>.</summary>
internal static class NamesPass
{
    public static void Run(CheckContext context)
    {
        var rules = context.Syntax.Rules.OfType<ClausedRule>().ToArray();
        foreach (var rule in rules)
            HeaderPass.CheckName(context, rule.Name);
        // A ledger compares names without case, and so do people.
        foreach (var group in rules.GroupBy(rule => (rule.Kind, rule.Name.Text.ToUpperInvariant())))
        {
            var dated = group.Key.Kind is "credit" or "commission" && group.All(rule =>
                rule.Name.Text == group.First().Name.Text && rule.Clauses.OfType<EffectiveClause>().Any());
            foreach (var rule in dated ? [] : group.Skip(1))
            {
                context.Bag.Add(rule.Kind == "churn"
                    ? Problems.OnlyOne(rule.Name.Range, rule.Kind)
                    : Problems.DuplicateRule(rule.Name.Range, rule.Kind, rule.Name.Text));
            }
        }
        foreach (var rule in rules.Where(rule => rule.Kind == "registration").GroupBy(rule => rule.Kind).SelectMany(group => group.Skip(1)))
            context.Bag.Add(Problems.OnlyOne(rule.Name.Range, rule.Kind));
        var examples = context.Syntax.Rules.OfType<ExampleSyntax>();
        foreach (var example in examples.GroupBy(one => one.Name.Text).SelectMany(group => group.Skip(1)))
            context.Bag.Add(Problems.DuplicateName(example.Name.Range, "example", example.Name.Text));
    }
}
