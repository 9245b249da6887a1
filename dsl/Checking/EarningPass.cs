using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Finds what a commission promises and can never pay: conditions that nothing meets, accelerators, steps, roles without credit.</summary>
internal sealed class EarningPass(CheckContext context, BoundProgram program, CaseFinder finder)
{
    public static void Run(CheckContext context, BoundProgram program, CaseFinder finder) => new EarningPass(context, program, finder).Run();

    private void Run()
    {
        foreach (var rule in program.Commissions)
            Check(rule, context.Syntax.Rules.OfType<ClausedRule>().First(syntax => syntax.Name.Range == rule.Range));
    }

    private void Check(CommissionRule rule, ClausedRule syntax)
    {
        var title = $"commission \"{rule.Name}\"";
        Formula[] applies = [finder.World.In(rule.Effective), .. new[] { rule.When, rule.While }.OfType<Condition>().Select(finder.World.Holds)];
        if (!finder.MayHold(applies))
        {
            var range = syntax.Clauses.FirstOrDefault(clause => clause is WhenClause or WhileClause)?.Range ?? rule.Range;
            context.Bag.Add(Problems.NeverApplies(range, title, Contradiction.Of(finder, rule.Effective, rule.When, rule.While)));
            return;
        }
        var clauses = syntax.Clauses.OfType<AccelerateClause>().ToArray();
        for (var i = 0; i < rule.Accelerators.Count; i++)
        {
            var when = rule.Accelerators[i].When;
            // Across customers, accelerators read the partner's total and the other conditions one customer's usage.
            Formula[] also = rule.AcrossCustomers ? [finder.World.In(rule.Effective)] : applies;
            if (!finder.MayHold([.. also, finder.World.Holds(when)]))
                context.Bag.Add(Problems.AcceleratorNeverApplies(
                    clauses[i].Range, title, rule.AcrossCustomers
                        ? Contradiction.Of(finder, rule.Effective, when)
                        : Contradiction.Of(finder, rule.Effective, rule.When, rule.While, when)));
        }
    }
}
