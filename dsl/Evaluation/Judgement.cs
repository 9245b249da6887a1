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
            program.Hash, judgement.Credit, judgement.Earnings, () => Findings.Deal(program, deal, judgement.Steps()));
    }

    public static UsageRuling Of(BoundProgram program, UsageCase usage, UsageFigures figures)
    {
        var facts = program.Reader.Read(usage, figures);
        facts = facts.With(Churning.IsActive(program, facts));
        figures.TryRead(Syntax.UsageFigure.Total, 1, 0, out var used);
        var judgement = new Judgement(program, false, false, used, facts, new Roster(usage.Participants), null);
        return new UsageRuling(
            program.Hash, usage.Month, judgement.Credit, judgement.Earnings, facts.CustomerIsActive,
            () => Findings.Usage(program, usage, used, facts.CustomerIsActive, [Churning.Explain(program, facts), .. judgement.Steps()]));
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
            rule.AtMostPerPartner, rule.AtLeastPerPartner, () => Derive(rule, share, amount, held));
    }

    private decimal Earn(CommissionRule rule, int share, List<Finding>? trace)
    {
        var part = decision.Split!.Portions[share].Part;
        // A deal's credit was divided into whole minor units; usage keeps its full precision.
        var credited = isDeal ? Credit.Shares[share].Amount : part * whole;
        return rule.Earn(whole, credited, part, FactsFor(share), program.Rounding, trace);
    }

    private Finding Derive(CommissionRule rule, int share, decimal amount, decimal held)
    {
        var steps = new List<Finding>();
        rule.When?.Explain(FactsFor(share), 0, steps);
        rule.While?.Explain(FactsFor(share), 0, steps);
        Earn(rule, share, steps);
        if (rule.AtMostPerPartner is { } most)
            steps.Add(Findings.PartnerLimit(true, most));
        if (rule.AtLeastPerPartner is { } least)
            steps.Add(Findings.PartnerLimit(false, least));
        if (rule.Hold is { } hold)
            steps.Add(Findings.Hold(hold, amount, held));
        return Findings.Earning(rule, decision.Split!.Portions[share], amount, program.Currency, steps);
    }

    private Facts FactsFor(int share) => program.Reader.ForPartner(facts, decision.Split!.Portions[share].Participant);

    private static Condition? FailingCondition(CommissionRule rule, Facts facts) =>
        rule.When is { } when && !when.Holds(facts) ? when
        : rule.While is { } condition && !condition.Holds(facts) ? condition
        : null;

    private List<Finding> Steps()
    {
        var steps = new List<Finding>();
        foreach (var rule in program.Credits)
            steps.Add(Derive(rule));
        steps.Add(Findings.Credit(decision, Credit, program.Currency));
        foreach (var rule in program.Commissions.Where(rule => rule.OnDeals == isDeal))
            Derive(rule, steps);
        return steps;
    }

    private Finding Derive(CreditRule rule)
    {
        if (!rule.IsFor(isDeal))
            return Findings.CreditForOther(rule, isDeal);
        if (!rule.Effective.Holds(facts.BusinessDate))
            return Findings.CreditNotInEffect(rule);
        var tests = new List<Finding>();
        rule.When?.Explain(facts, 0, tests);
        if (rule.When is { } when && !when.Holds(facts))
            return Findings.CreditFails(rule, tests);
        var exception = decision.Left.Contains(rule)
            ? null
            : rule.Exceptions.First(other => other.Fits(isDeal, facts));
        return exception is null ? Findings.CreditFits(rule, tests) : Findings.CreditExcepted(rule, exception);
    }

    private void Derive(CommissionRule rule, List<Finding> into)
    {
        if (isDeal && !isWon)
            into.Add(Findings.CommissionNotWon(rule));
        else if (!rule.Effective.Holds(facts.BusinessDate))
            into.Add(Findings.CommissionNotInEffect(rule));
        else if (!Credit.Shares.Any(share => rule.EarnsIn(share.Role)))
            into.Add(Findings.CommissionWithoutRole(rule));
        else
            DeriveByShare(rule, into);
    }

    private void DeriveByShare(CommissionRule rule, List<Finding> into)
    {
        for (var i = 0; i < Credit.Shares.Count; i++)
        {
            var share = Credit.Shares[i];
            if (!rule.EarnsIn(share.Role))
                continue;
            if (FailingCondition(rule, FactsFor(i)) is { } failing)
            {
                var tests = new List<Finding>();
                failing.Explain(FactsFor(i), 0, tests);
                into.Add(Findings.CommissionFails(rule, decision.Split!.Portions[i], ReferenceEquals(failing, rule.While), tests));
            }
            else
            {
                into.Add(Earnings.First(earning => earning.Rule == rule.Name
                    && earning.PartnerKey == share.PartnerKey && earning.Role == share.Role).Derivation);
            }
        }
    }
}
