using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Finds what a commission promises and can never pay: conditions that nothing meets, accelerators, steps, roles without credit.</summary>
internal sealed class EarningPass(CheckContext context, BoundProgram program, CaseFinder finder)
{
    private readonly Dictionary<(string Role, bool Deal), (Formula[] Ways, bool MayHold)> credited = [];

    public static void Run(CheckContext context, BoundProgram program, CaseFinder finder) => new EarningPass(context, program, finder).Run();

    private void Run()
    {
        foreach (var rule in program.Commissions)
            Check(rule, context.Syntax.Rules.OfType<ClausedRule>().First(syntax => syntax.Name.Range == rule.Range));
    }

    private void Check(CommissionRule rule, ClausedRule syntax)
    {
        Formula[] applies = [finder.World.In(rule.Effective), .. new[] { rule.When, rule.While }.OfType<Condition>().Select(finder.World.Holds)];
        if (!finder.MayHold(applies))
        {
            var range = syntax.Clauses.FirstOrDefault(clause => clause is WhenClause or WhileClause)?.Range ?? rule.Range;
            context.Bag.Add(Problems.NeverApplies(
                range, $"commission \"{rule.Name}\"", Contradiction.Of(finder, rule.Effective, rule.When, rule.While)));
            return;
        }
        CheckAccelerators(rule, syntax, applies);
        CheckSteps(rule, syntax, applies);
        CheckRoles(rule, syntax, applies);
    }

    private void CheckAccelerators(CommissionRule rule, ClausedRule syntax, Formula[] applies)
    {
        var clauses = syntax.Clauses.OfType<AccelerateClause>().ToArray();
        // Across customers, accelerators read the partner's total and the other conditions one customer's usage.
        Formula[] where = rule.AcrossCustomers ? [finder.World.In(rule.Effective)] : applies;
        Condition?[] beside = rule.AcrossCustomers ? [] : [rule.When, rule.While];
        for (var i = 0; i < rule.Accelerators.Count; i++)
        {
            var when = rule.Accelerators[i].When;
            if (!finder.MayHold([.. where, finder.World.Holds(when)]))
                context.Bag.Add(Problems.AcceleratorNeverApplies(
                    clauses[i].Range, $"commission \"{rule.Name}\"", Contradiction.Of(finder, rule.Effective, [.. beside, when])));
        }
    }

    // The conditions read the usage of one month of one customer; only there do they bound what is measured.
    private void CheckSteps(CommissionRule rule, ClausedRule syntax, Formula[] applies)
    {
        if (rule.WindowMonths > 1 || rule.PerProduct || rule.AcrossCustomers)
            return;
        foreach (var step in syntax.Clauses.OfType<StepsClause>().SelectMany(clause => clause.Steps).Where(step => step.Above.Value > 0))
        {
            if (!finder.MayHold([.. applies, finder.World.Measures(rule.OnDeals, step.Above.Value)]))
                context.Bag.Add(Problems.StepBeyondCondition(step.Range, step.Above.Value, rule.OnDeals));
        }
    }

    // A program without any credit rule is only begun.
    private void CheckRoles(CommissionRule rule, ClausedRule syntax, Formula[] applies)
    {
        if (program.Credits.Count == 0)
            return;
        foreach (var role in syntax.Clauses.OfType<RolesClause>().SelectMany(clause => clause.Roles))
        {
            var (ways, mayHold) = Credited(role.Text, rule.OnDeals);
            if (!mayHold)
                context.Bag.Add(Problems.RoleWithoutCredit(role.Range, role.Text, rule.OnDeals));
            else if (applies.Any(formula => formula != Formula.Always) && !ways.Any(way => finder.MayHold([.. applies, way])))
                context.Bag.Add(Problems.NeverEarned(role.Range, rule.Name, role.Text, rule.OnDeals, rule.Period));
        }
    }

    // The ways in which a rule credits the role; a partner whom a field names, and shares of a deal's own, may be in any role.
    // Those with the fewest exceptions come first: each is asked about alone, and they are answered at once.
    private (Formula[] Ways, bool MayHold) Credited(string role, bool deal)
    {
        if (!credited.TryGetValue((role, deal), out var known))
        {
            Formula[] ways = [.. program.CreditsFor(deal)
                .Where(rule => rule.AllowsOwnShares || rule.Action.Roles.Contains(role) || rule.Action is { Target: not null, Roles.Count: 0 })
                .OrderBy(rule => rule.Exceptions.Count)
                .Select(rule => Formula.All(
                    [finder.World.Fits(rule), .. rule.Exceptions.Where(other => other.IsFor(deal)).Select(other => finder.World.Fits(other).Negated())]))];
            credited[(role, deal)] = known = (ways, ways.Any(way => finder.MayHold(way)));
        }
        return known;
    }
}
