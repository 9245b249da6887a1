using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>Judges the case of an example: the deal or the month, the months of its windows before, and what follows from it.</summary>
internal sealed class ExampleRun
{
    /// <summary>How far back an example's months are judged for what a clawback takes back.</summary>
    private const int MostMonths = 120;

    private readonly BoundProgram program;
    private readonly BuiltExample example;
    private readonly ExampleLedger ledger;
    private readonly List<Ruling> rulings = [];
    private readonly List<(string Customer, CreditResult Credit)> credits = [];
    private readonly Dictionary<string, bool> active = [];

    private ExampleRun(BoundProgram program, BuiltExample example)
    {
        this.program = program;
        this.example = example;
        ledger = new ExampleLedger(program);
    }

    /// <summary>Every ruling on the example's own deal, month or partner, in the order in which they are made.</summary>
    public IReadOnlyList<Ruling> Rulings => rulings;

    public IReadOnlyList<(string Customer, CreditResult Credit)> Credits => credits;

    /// <summary>The judged month of the first customer; null where the example is about no month.</summary>
    public (UsageCase Case, UsageFigures Figures)? Judged { get; private set; }

    /// <summary>What the deal or the judged month earned, after all limits.</summary>
    public IReadOnlyList<EarnedLine> Earned { get; private set; } = [];

    /// <summary>What is taken back; null where nobody churns.</summary>
    public ClawbackRuling? TakenBack { get; private set; }

    public TierRuling? Tier { get; private set; }

    /// <summary>Whether each customer is active in the judged month.</summary>
    public IReadOnlyDictionary<string, bool> Active => active;

    public static ExampleRun Of(BoundProgram program, BuiltExample example)
    {
        var run = new ExampleRun(program, example);
        if (example.Partner is { } partner)
            run.Add(run.Tier = TierJudgement.Of(program, partner, example.PartnerFigures!));
        else if (example.Deal is { } deal)
            run.Judge(deal);
        else
            run.JudgeMonths(example.Month!.Value);
        if (example.Churn is { } churn)
            run.Add(run.TakenBack = run.TakeBack(churn.Customer, churn.Month));
        return run;
    }

    private T Add<T>(T ruling)
        where T : Ruling
    {
        rulings.Add(ruling);
        return ruling;
    }

    private void Judge(DealCase deal)
    {
        var month = Month.Of(deal.BusinessDate);
        var ruling = Add(Judgement.Of(program, deal));
        credits.Add(("", ruling.Credit));
        rulings.AddRange(ledger.Enter(month, [.. ruling.Earnings.Select(earning => EarnedLine.Of(earning, month, ""))]));
        Earned = ledger.Lines;
    }

    private void JudgeMonths(Month judged)
    {
        foreach (var (customer, line) in example.Booked)
            ledger.Seed(customer, line, judged);
        for (var month = First(judged); month <= judged; month = month.AddMonths(1))
            Judge(month, month == judged);
        Earned = ledger.Lines.FindAll(line => line.Month == judged);
    }

    // Where it is said what was booked before, that is not judged again.
    private Month First(Month judged)
    {
        if (example.Booked.Count > 0)
            return judged;
        var longest = program.Commissions.Select(rule => rule.WindowMonths).DefaultIfEmpty(1).Max();
        var earliest = example.Churn is null ? program.FiscalYear.WindowOf(judged, longest) : judged.AddMonths(1 - Math.Min(MostMonths, judged.MonthsSince(default)));
        var used = example.Customers.Select(customer => customer.History.First ?? judged).Min();
        return used < earliest ? earliest : used > judged ? judged : used;
    }

    private void Judge(Month month, bool judged)
    {
        var earned = new List<EarnedLine>();
        var measured = new List<(BuiltCustomer Customer, Measured Measure)>();
        foreach (var customer in example.Customers)
        {
            var facts = customer.At(month, ledger.Booked(customer.Key, month));
            var figures = customer.FiguresAt(month, judged);
            var ruling = Judgement.Of(program, facts, figures);
            earned.AddRange(ruling.Earnings.Select(earning => EarnedLine.Of(earning, month, customer.Key)));
            measured.AddRange(ruling.Measures.Select(measure => (customer, measure)));
            if (!judged)
                continue;
            Judged ??= (facts, figures);
            rulings.Add(ruling);
            credits.Add((customer.Key, ruling.Credit));
            active[customer.Key] = ruling.CustomerIsActive;
        }
        foreach (var partner in measured.GroupBy(one => one.Measure.PartnerKey).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var ruling = PartnerJudgement.Of(program, Partner(partner.Key, month, measured));
            earned.AddRange(ruling.Earnings.Select(earning => EarnedLine.Of(earning, month, "")));
            if (judged)
                rulings.Add(ruling);
        }
        var limits = ledger.Enter(month, earned);
        if (judged)
            rulings.AddRange(limits);
    }

    private PartnerCase Partner(string key, Month month, List<(BuiltCustomer Customer, Measured Measure)> measured) => new()
    {
        PartnerKey = key,
        Month = month,
        Fields = example.Customers.SelectMany(customer => customer.Participants).First(one => one.PartnerKey == key).Fields,
        Customers =
        [
            .. example.Customers.Where(customer => customer.Participants.Any(one => one.PartnerKey == key)).Select(customer =>
                new PartnerCustomer
                {
                    CustomerKey = customer.Key,
                    Lines = [.. measured.Where(one => one.Customer == customer).Select(one => one.Measure)],
                    Booked = ledger.Booked(customer.Key, month),
                    Usage = customer.History,
                }),
        ],
    };

    private ClawbackRuling TakeBack(string customer, Month month)
    {
        var entries = ledger.Lines.Where(line => example.Deal is not null || line.Customer == customer).Select(line =>
            new ClawbackEntry(
                (example.Deal is null ? line.Month + " " : "") + line.Rule + " " + line.Partner + " " + line.Role
                    + (line.Product.Length > 0 ? " " + line.Product : ""),
                line.Rule, line.Partner, line.Role, line.Amount));
        return ClawbackJudgement.Of(program, new ClawbackCase
        {
            CustomerKey = example.Deal is null ? customer : "The customer",
            Month = month,
            DealKey = example.Deal?.Key,
            Fields = example.Deal?.Fields ?? example.Customers.First(one => one.Key == customer).Fields,
            Entries = [.. entries],
        });
    }
}
