using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking;

/// <summary>Finds rules that can never apply and exceptions that never meet their base. Reports only what is certain.</summary>
internal sealed class ReachPass(CheckContext context, BoundProgram program, Effort effort)
{
    private static readonly bool[] Subjects = [true, false];

    public static void Run(CheckContext context, BoundProgram program, Effort effort) => new ReachPass(context, program, effort).Run();

    private void Run()
    {
        foreach (var rule in program.Credits)
        {
            CheckCredit(rule);
            CheckExceptions(rule);
        }
        foreach (var rule in program.Commissions)
            CheckCommission(rule);
    }

    private void CheckCredit(CreditRule rule)
    {
        var title = $"credit \"{rule.Name}\"";
        if (!CanHold(rule, [], _ => true))
            context.Bag.Add(Problems.NeverApplies(rule.Range, title));
        else if (rule.Exceptions.Count > 0
            && !CanHold(rule, rule.Exceptions, facts => !rule.Exceptions.Any(other => other.Fits(facts.Deal, facts.Facts))))
            context.Bag.Add(Problems.AlwaysExcepted(rule.Range, title));
    }

    private void CheckExceptions(CreditRule rule)
    {
        foreach (var named in rule.Bases)
        {
            var bases = program.Credits.Where(other => other.Name == named.Text).ToArray();
            if (bases.All(other => !CanHold(rule, [other], facts => other.Fits(facts.Deal, facts.Facts))))
                context.Bag.Add(Problems.DeadException(named.Range, rule.Name, named.Text));
        }
    }

    // Whether there may be a case that the rule fits and that meets the condition: true also where that can't be ruled out.
    private bool CanHold(
        CreditRule rule, IReadOnlyList<CreditRule> others, System.Func<(bool Deal, Facts Facts), bool> condition)
    {
        foreach (var deal in Subjects)
        {
            if (!rule.IsFor(deal))
                continue;
            CreditRule[] all = [rule, .. others];
            var space = new SituationSpace(
                program, effort, deal, [.. all.Select(one => one.When).OfType<Condition>()], [.. all.Select(one => one.Effective)], []);
            if (space.All().Select(situation => situation.Facts(program)).Any(facts => rule.Fits(deal, facts) && condition((deal, facts)))
                || !space.IsComplete)
                return true;
        }
        return false;
    }

    private void CheckCommission(CommissionRule rule)
    {
        var title = $"commission \"{rule.Name}\"";
        if (!CanHold(rule, null))
        {
            context.Bag.Add(Problems.NeverApplies(rule.Range, title));
            return;
        }
        foreach (var accelerator in rule.Accelerators)
        {
            if (!CanHold(rule, accelerator.When))
                context.Bag.Add(Problems.AcceleratorNeverApplies(rule.Range, title));
        }
    }

    private bool CanHold(CommissionRule rule, Condition? also)
    {
        // Across customers, accelerators read the partner's total and the other conditions one customer's usage.
        Condition[] conditions = also is not null && rule.AcrossCustomers
            ? [also]
            : [.. new[] { rule.When, rule.While, also }.OfType<Condition>()];
        if (conditions.Length == 0)
            return true;
        var space = new SituationSpace(program, effort, rule.OnDeals, conditions, [rule.Effective], []);
        return space.All().Select(situation => situation.Facts(program)).Any(facts => conditions.All(condition => condition.Holds(facts)))
            || !space.IsComplete;
    }
}
