using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>What a ruling did not come to: rules that did not apply, steps not reached, accelerators that did not hold.</summary>
internal static class Goals
{
    public static IEnumerable<Goal> Of(CaseAtHand at, Judged before)
    {
        return at.Partner is { } partner ? Tiers(at, before, partner, new FactsOfCase(at, before))
            : at.Across is not null ? Across(at, before, new FactsOfCase(at, before))
            : Credits(at, before, new FactsOfCase(at.Under(null), before)).Concat(Commissions(at, before));
    }

    private static IEnumerable<Goal> Credits(CaseAtHand at, Judged before, FactsOfCase facts)
    {
        foreach (var versions in at.Program.Credits.Where(rule => rule.IsFor(at.IsDeal)).GroupBy(rule => rule.Name))
        {
            if (before.Credit is { Outcome: CreditOutcome.Credited } credit && credit.Rule == versions.Key)
                continue;
            var rules = RulesThatDecide(at, before, [.. versions]);
            var read = new WhatRulesRead(at.Program, rules.Select(rule => rule.When));
            yield return new CreditGoal(versions.Key, [.. facts.ReadBy(read, null, [.. rules.Select(rule => rule.Effective)])]);
            foreach (var unknown in Unknown(at, versions.Key, read, facts))
                yield return unknown;
        }
    }

    private static IEnumerable<Goal> Tiers(CaseAtHand at, Judged before, TierCase partner, FactsOfCase facts)
    {
        // From the highest down, as far as the one that is reached.
        foreach (var rule in at.Program.Tiers.TakeWhile(rule => rule.Tier != before.Tier))
        {
            var read = new WhatRulesRead(at.Program, [rule.When]);
            yield return new TierGoal(rule.Tier, partner.PartnerName ?? partner.PartnerKey, [.. facts.ReadBy(read, null, [])]);
            foreach (var unknown in Unknown(at, rule.Tier, read, facts))
                yield return unknown;
        }
    }

    private static IEnumerable<Goal> Across(CaseAtHand at, Judged before, FactsOfCase facts) => before.Earnings
        .GroupBy(Judged.KeyOf)
        .Select(earnings => NextStep(
            at.Program.Commissions.First(rule => rule.Name == earnings.Key.Rule && rule.Effective.Holds(at.BusinessDate)),
            earnings.First(), _ => [.. facts.Measured(earnings.Key)]))
        .OfType<Goal>();

    private static StepGoal? NextStep(CommissionRule rule, Earning earning, Func<decimal, IReadOnlyList<Fact>> facts)
    {
        var reached = StepsReached.In(earning.Derivation).ToList();
        foreach (var step in rule.Rating.Steps)
        {
            if (reached.TrueForAll(bound => bound < step.Above))
                return new StepGoal(Judged.KeyOf(earning), step, rule.Rating is Volume, facts(step.Above));
        }
        return null;
    }

    // The rule, the exceptions to it, and in a conflict whatever stands against it.
    private static IReadOnlyList<CreditRule> RulesThatDecide(CaseAtHand at, Judged before, IReadOnlyList<CreditRule> versions) =>
        before.Credit is { Outcome: CreditOutcome.Conflict }
            ? [.. at.Program.Credits.Where(rule => rule.IsFor(at.IsDeal))]
            : [.. versions.Concat(versions.SelectMany(rule => rule.Exceptions)).Where(rule => rule.IsFor(at.IsDeal)).Distinct()];

    private static IEnumerable<Goal> Commissions(CaseAtHand at, Judged before)
    {
        foreach (var versions in at.Program.CommissionsFor(at.IsDeal).GroupBy(rule => rule.Name))
        {
            var facts = new FactsOfCase(at.Under(versions.Key), before);
            foreach (var share in before.Shares.Where(share => versions.Any(rule => rule.EarnsIn(share.Role))))
            {
                var earnings = before.Earnings.Where(earning =>
                    earning.Rule == versions.Key && earning.PartnerKey == share.PartnerKey && earning.Role == share.Role).ToList();
                var inEffect = versions.FirstOrDefault(rule => rule.Effective.Holds(at.BusinessDate));
                foreach (var goal in earnings.Count == 0 || inEffect is null
                    ? NotEarned(at, versions, share, facts)
                    : earnings.SelectMany(earning => Better(at, inEffect, earning, facts)))
                    yield return goal;
            }
        }
    }

    private static IEnumerable<Goal> NotEarned(CaseAtHand at, IGrouping<string, CommissionRule> rules, Share share, FactsOfCase facts)
    {
        if (rules.First().AcrossCustomers)
            yield break;
        var who = new MoneyKey(rules.Key, share.PartnerKey, share.Role, "");
        if (at.Deal is { IsWon: false })
        {
            yield return new CommissionGoal(who, [facts.Won()]);
            yield break;
        }
        var read = new WhatRulesRead(at.Program, rules.SelectMany(rule => new[] { rule.When, rule.While }));
        yield return new CommissionGoal(who, [.. facts.ReadBy(read, who, [.. rules.Select(rule => rule.Effective)])]);
        foreach (var unknown in Unknown(at, rules.Key, read, facts))
            yield return unknown;
    }

    private static IEnumerable<Goal> Better(CaseAtHand at, CommissionRule rule, Earning earning, FactsOfCase facts)
    {
        var who = Judged.KeyOf(earning);
        if (NextStep(rule, earning, bound => [facts.Measure(earning, bound)]) is { } step)
            yield return step;
        var index = -1;
        foreach (var accelerator in rule.Accelerators)
        {
            index++;
            if (AcceleratorGoal.Holds(earning, index))
                continue;
            var read = new WhatRulesRead(at.Program, [accelerator.When]);
            yield return new AcceleratorGoal(who, index, accelerator.Factor, [.. facts.ReadBy(read, who, [])]);
            foreach (var unknown in Unknown(at, rule.Name, read, facts))
                yield return unknown;
        }
    }

    private static IEnumerable<Goal> Unknown(CaseAtHand at, string rule, WhatRulesRead read, FactsOfCase facts)
    {
        foreach (var (figure, months) in read.Figures.Keys)
        {
            if (at.Figures is { } figures && figure != UsageFigure.Retention && !figures.States(figure, months) && !figures.TryRead(figure, months, 0, out _))
                yield return new FigureGoal(rule, OperandBinder.NameOf(figure, months), figure, months, [facts.History(figure, months)]);
        }
    }
}
