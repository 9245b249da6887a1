using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Judges a partner's month over all of its customers by the rules across customers.</summary>
internal sealed class PartnerJudgement
{
    private readonly BoundProgram program;
    private readonly PartnerCase partner;
    private readonly List<AcrossAccrual> accruals = [];

    private PartnerJudgement(BoundProgram program, PartnerCase partner)
    {
        this.program = program;
        this.partner = partner;
        var facts = program.Reader.NewFacts();
        // What accelerators read is the usage of all customers together.
        var total = new UsageHistory(partner.Customers.SelectMany(customer => customer.Usage.Months));
        program.Reader.Read(partner.Fields, partner.Month.FirstDay, new UsageFigures(total, partner.Month), facts);
        foreach (var rule in InEffect())
        {
            foreach (var role in Roles(rule))
                accruals.Add(new AcrossAccrual(program, rule, role, partner, facts));
        }
    }

    public static PartnerRuling Of(BoundProgram program, PartnerCase partner)
    {
        var judgement = new PartnerJudgement(program, partner);
        return new PartnerRuling(
            program.Hash, partner.PartnerKey, partner.Month, judgement.Earnings(), judgement.Derive);
    }

    private IEnumerable<CommissionRule> InEffect() =>
        program.Commissions.Where(rule => rule.AcrossCustomers && rule.Effective.Holds(partner.Month.FirstDay));

    // A role in which the judged month measured nothing accrues nothing, whatever the window measured before.
    private IEnumerable<string> Roles(CommissionRule rule) => partner.Customers
        .SelectMany(customer => customer.Lines).Where(line => CustomerMeasure.IsOf(line, rule, partner.PartnerKey) && rule.EarnsIn(line.Role))
        .Select(line => line.Role).Distinct().OrderBy(role => role, StringComparer.Ordinal);

    private Earning[] Earnings() =>
        [.. accruals.SelectMany(accrual => Enumerable.Range(0, accrual.Count).Select(i => accrual.Line(i, () => Derive(accrual, i))))];

    private static Finding Derive(AcrossAccrual accrual, int i)
    {
        var trace = new Trace();
        accrual.Derive(i, trace);
        return trace.Findings()[0];
    }

    private Finding Derive()
    {
        var trace = new Trace();
        foreach (var rule in program.Commissions.Where(rule => rule.AcrossCustomers))
        {
            var since = trace.Here;
            if (!rule.Effective.Holds(partner.Month.FirstDay))
                trace.CommissionNotInEffect(rule);
            foreach (var accrual in accruals.Where(accrual => accrual.Rule == rule))
                accrual.Derive(trace);
            if (trace.Here == since)
                trace.NothingMeasured(rule);
        }
        trace.Partner(0, program, partner);
        return trace.Findings()[0];
    }
}
