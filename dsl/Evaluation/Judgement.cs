using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// One case under one program. The numbers are computed at once; the derivation is written when somebody asks, by the same
/// code with a trace.
/// </summary>
internal sealed class Judgement
{
    private readonly BoundProgram program;
    private readonly Facts facts;
    private readonly bool isDeal;
    private readonly bool isWon;
    private readonly decimal whole;
    private readonly CreditDecision decision;

    private Judgement(
        BoundProgram program, bool isDeal, bool isWon, decimal whole, Facts facts, Roster roster, RegistrationFacts? registration)
    {
        this.program = program;
        this.isDeal = isDeal;
        this.isWon = isWon;
        this.whole = whole;
        this.facts = facts;
        decision = CreditDecision.Decide(program.Credits, isDeal, facts, roster, registration);
        Credit = decision.Result(program.Rounding.Round(whole), program.Rounding.Digits);
        Earnings = Earn();
    }

    public CreditResult Credit { get; }

    public IReadOnlyList<Earning> Earnings { get; }

    public static DealRuling Of(BoundProgram program, DealCase deal)
    {
        var judgement = new Judgement(
            program, true, deal.IsWon, deal.Amount, program.Reader.Read(deal),
            new Roster(deal.Participants, deal.OtherPartners), deal.Registration);
        return new DealRuling(
            program.Hash, judgement.Credit, judgement.Earnings, () => judgement.Derive(trace => trace.Deal(0, program, deal)));
    }

    public static UsageRuling Of(BoundProgram program, UsageCase usage, UsageFigures figures)
    {
        var facts = program.Reader.Read(usage, figures);
        facts = facts.With(Churning.IsActive(program, facts));
        figures.TryRead(Syntax.UsageFigure.Total, 1, 0, out var used);
        var judgement = new Judgement(program, false, false, used, facts, new Roster(usage.Participants), null);
        return new UsageRuling(
            program.Hash, usage.Month, judgement.Credit, judgement.Earnings, facts.CustomerIsActive,
            () => judgement.Derive(trace => trace.Usage(0, program, usage, used, facts.CustomerIsActive)));
    }

    private List<Earning> Earn()
    {
        var earnings = new List<Earning>();
        foreach (var rule in program.Commissions)
        {
            if (rule.OnDeals != isDeal || (isDeal && !isWon) || !rule.Effective.Holds(facts.BusinessDate))
                continue;
            for (var i = 0; i < Credit.Shares.Count; i++)
            {
                if (rule.EarnsIn(Credit.Shares[i].Role) && FailingCondition(rule, FactsFor(i)) is null)
                    earnings.Add(Earn(rule, i));
            }
        }
        return earnings;
    }

    private Earning Earn(CommissionRule rule, int share)
    {
        var credit = Credit.Shares[share];
        var amount = Earn(rule, share, null);
        var held = rule.Held(amount, program.Rounding.Digits);
        return new Earning(
            rule.Name, credit.PartnerKey, credit.Role, amount, held, rule.Hold?.Months ?? 0,
            rule.AtMostPerPartner, rule.AtLeastPerPartner, () => DeriveAlone(rule, share, amount, held));
    }

    private decimal Earn(CommissionRule rule, int share, Trace? trace)
    {
        var part = decision.Split!.Portions[share].Part;
        // A deal's credit was divided into whole minor units; usage keeps its full precision.
        var credited = isDeal ? Credit.Shares[share].Amount : part * whole;
        return rule.Earn(whole, credited, part, FactsFor(share), program.Rounding, trace);
    }

    private Finding DeriveAlone(CommissionRule rule, int share, decimal amount, decimal held)
    {
        var trace = new Trace();
        Derive(rule, share, amount, held, trace);
        return trace.Findings()[0];
    }

    private void Derive(CommissionRule rule, int share, decimal amount, decimal held, Trace trace)
    {
        var since = trace.Here;
        rule.When?.Explain(FactsFor(share), 0, trace);
        rule.While?.Explain(FactsFor(share), 0, trace);
        Earn(rule, share, trace);
        if (rule.AtMostPerPartner is { } most)
            trace.PartnerLimit(true, most);
        if (rule.AtLeastPerPartner is { } least)
            trace.PartnerLimit(false, least);
        if (rule.Hold is { } hold)
            trace.Hold(hold, amount, held);
        trace.Earning(since, rule, decision.Split!.Portions[share], amount, program.Currency);
    }

    private Facts FactsFor(int share) => program.Reader.ForPartner(facts, decision.Split!.Portions[share].Participant);

    private static Condition? FailingCondition(CommissionRule rule, Facts facts) =>
        rule.When is { } when && !when.Holds(facts) ? when
        : rule.While is { } condition && !condition.Holds(facts) ? condition
        : null;

    private Finding Derive(Action<Trace> conclude)
    {
        var trace = new Trace();
        if (!isDeal)
            Churning.Explain(program, facts, trace);
        foreach (var rule in program.Credits)
            Derive(rule, trace);
        trace.Credit(decision, Credit, program.Currency);
        foreach (var rule in program.Commissions.Where(rule => rule.OnDeals == isDeal))
            Derive(rule, trace);
        conclude(trace);
        return trace.Findings()[0];
    }

    private void Derive(CreditRule rule, Trace trace)
    {
        if (!rule.IsFor(isDeal))
            trace.CreditForOther(rule, isDeal);
        else if (!rule.Effective.Holds(facts.BusinessDate))
            trace.CreditNotInEffect(rule);
        else
            DeriveInEffect(rule, trace);
    }

    private void DeriveInEffect(CreditRule rule, Trace trace)
    {
        var fits = rule.When is not { } when || when.Holds(facts);
        if (fits && !decision.Left.Contains(rule))
        {
            trace.CreditExcepted(rule, rule.Exceptions.First(other => other.Fits(isDeal, facts)));
            return;
        }
        var since = trace.Here;
        rule.When?.Explain(facts, 0, trace);
        if (fits)
            trace.CreditFits(since, rule);
        else
            trace.CreditFails(since, rule);
    }

    private void Derive(CommissionRule rule, Trace trace)
    {
        if (isDeal && !isWon)
            trace.CommissionNotWon(rule);
        else if (!rule.Effective.Holds(facts.BusinessDate))
            trace.CommissionNotInEffect(rule);
        else if (!Credit.Shares.Any(share => rule.EarnsIn(share.Role)))
            trace.CommissionWithoutRole(rule);
        else
            DeriveByShare(rule, trace);
    }

    private void DeriveByShare(CommissionRule rule, Trace trace)
    {
        for (var i = 0; i < Credit.Shares.Count; i++)
        {
            var share = Credit.Shares[i];
            if (!rule.EarnsIn(share.Role))
                continue;
            if (FailingCondition(rule, FactsFor(i)) is { } failing)
            {
                var since = trace.Here;
                failing.Explain(FactsFor(i), 0, trace);
                trace.CommissionFails(since, rule, decision.Split!.Portions[i], ReferenceEquals(failing, rule.While));
            }
            else
            {
                var earned = Earnings.First(earning => earning.Rule == rule.Name
                    && earning.PartnerKey == share.PartnerKey && earning.Role == share.Role);
                Derive(rule, i, earned.Amount, earned.Held, trace);
            }
        }
    }
}
