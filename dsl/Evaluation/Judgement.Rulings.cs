using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Reads whole cases and makes the objects of their rulings.</summary>
internal sealed partial class Judgement
{
    public static DealRuling Of(BoundProgram program, DealCase deal)
    {
        var judgement = new Judgement(program);
        program.Reader.Read(deal, judgement.Facts);
        judgement.Roster.Read(deal.Participants, deal.OtherPartners);
        judgement.Registrant = Registrant.Of(deal.Registration);
        judgement.OwnShares = deal.OwnShares;
        judgement.BeginDeal(deal.Amount, deal.IsWon);
        judgement.Judge();
        var credit = judgement.Decision.Result(judgement.Percents(), judgement.Amounts());
        return new DealRuling(
            program.Hash, credit, judgement.Earnings(),
            () => judgement.Derive(trace => trace.Deal(0, program, deal)));
    }

    public static UsageRuling Of(BoundProgram program, UsageCase usage, UsageFigures figures)
    {
        var judgement = new Judgement(program);
        program.Reader.Read(usage, figures, judgement.Facts);
        judgement.Roster.Read(usage.Participants, []);
        figures.TryRead(Syntax.UsageFigure.Total, 1, 0, out var used);
        judgement.Window.Read(usage);
        judgement.BeginMonth(used);
        judgement.Judge();
        var credit = judgement.Decision.Result(judgement.Percents(), judgement.Amounts());
        var active = judgement.Facts.CustomerIsActive;
        return new UsageRuling(
            program.Hash, usage.Month, credit, judgement.Earnings(), judgement.Measured(), active,
            () => judgement.Derive(trace => trace.Usage(0, program, usage, used, active)));
    }

    private Earning[] Earnings()
    {
        if (EarnedCount == 0)
            return [];
        var earnings = new Earning[EarnedCount];
        for (var i = 0; i < earnings.Length; i++)
            earnings[i] = EarningAt(i);
        return earnings;
    }

    private Earning EarningAt(int index)
    {
        ref readonly var one = ref earned[index];
        var portion = Decision.Split![one.Share];
        var credited = one.Accrual?.Credited(one.Line) ?? (IsDeal ? Amounts()[one.Share] : portion.Part * Whole);
        var measure = one.Accrual?.Measure(one.Line) ?? (one.Rule.Credited ? credited : Whole);
        return new Earning(one.Rule, () => DeriveAlone(index))
        {
            PartnerKey = portion.PartnerKey,
            Role = portion.Role,
            Product = one.Accrual?.Product(one.Line) ?? "",
            Window = IsDeal ? null : program.FiscalYear.WindowOf(Month.Of(Facts.BusinessDate), one.Rule.WindowMonths),
            Measure = measure.Round(Carried.Digits, true),
            Credited = credited.Round(Carried.Digits, true),
            Booked = one.Accrual?.Booked(one.Line) ?? 0,
            Amount = one.Amount,
            Held = one.Held,
        };
    }

    private Measured[] Measured()
    {
        var measured = Measures.Count == 0 ? [] : new Measured[Measures.Count];
        for (var i = 0; i < measured.Length; i++)
            measured[i] = Measures[i].Line();
        return measured;
    }

    private Finding DeriveAlone(int index)
    {
        // A ruling may be read by several threads; the facts are those of one partner at a time.
        lock (Facts)
        {
            var trace = new Trace();
            Derive(earned[index], trace);
            return trace.Findings()[0];
        }
    }

    private Finding Derive(Action<Trace> conclude)
    {
        lock (Facts)
        {
            var trace = new Trace();
            Derive(trace);
            conclude(trace);
            return trace.Findings()[0];
        }
    }
}
