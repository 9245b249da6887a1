using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// What one rule on usage accrues for one partner in the judged month: the rounded result of the window so far minus what the
/// window has booked so far. Per product each product is measured and rated by itself, as a line of its own. Reused from case to
/// case; it needs its portion for as long as it is asked.
/// </summary>
internal sealed class UsageAccrual(BoundProgram program, Facts facts)
{
    private readonly List<ProductUsage> lines = [];
    private Carried[] before = [];
    private decimal[] results = [];
    private CommissionRule rule = null!;
    private Portion portion = null!;
    private ProductLimit? limit;

    public int Count => lines.Count;

    /// <summary>Computes what is accrued.</summary>
    /// <param name="ofRule">A rule with products or with windows longer than a month.</param>
    /// <param name="ofPortion">The partner's part of the credit.</param>
    /// <param name="used">The usage of the judged month.</param>
    /// <param name="month">Its products, and what its windows have booked.</param>
    public void Accrue(CommissionRule ofRule, Portion ofPortion, decimal used, WindowMonth month)
    {
        rule = ofRule;
        portion = ofPortion;
        month.Lines(rule, portion, used, lines);
        if (before.Length < Count)
        {
            before = new Carried[Count];
            results = new decimal[Count];
        }
        for (var line = 0; line < Count; line++)
        {
            before[line] = month.BookedOf(rule, portion, lines[line].Product);
            results[line] = Result(line, null);
        }
        limit = rule.PerProduct && !rule.PerCustomer.IsNone
            ? ProductLimit.Apply(rule.PerCustomer, results, Count, ShareOfAll(), program.Rounding)
            : null;
    }

    /// <summary>The product of a line; empty where the rule has none.</summary>
    public string Product(int line) => lines[line].Product;

    public Rational Credited(int line) => portion.Part * lines[line].Used;

    public Rational Measure(int line) => rule.Credited ? Credited(line) : lines[line].Used;

    /// <summary>What the window's earlier months booked, before limits per partner and per program.</summary>
    public decimal Booked(int line) => before[line].Uncapped;

    /// <summary>What the judged month books.</summary>
    public decimal Amount(int line) => results[line] - before[line].Uncapped;

    /// <summary>Notes how the amount came about.</summary>
    public void Derive(int line, Trace trace)
    {
        Result(line, trace);
        if (limit is not null && limit.Changes[line] != 0)
            trace.ProductLimit(limit, line);
        if (before[line].Uncapped != 0)
            trace.BookedBefore(rule, results[line], before[line].Uncapped, Amount(line));
    }

    // The window so far, before any limit that holds products together.
    private decimal Result(int line, Trace? trace)
    {
        var now = Measure(line);
        trace?.Measure(rule, lines[line].Used, portion.Part, now);
        var measure = before[line].Measure + now;
        if (rule.WindowMonths > 1)
            trace?.Window(rule, program.FiscalYear.WindowOf(Month.Of(facts.BusinessDate), rule.WindowMonths), before[line].Measure, measure);
        return rule.Earn(measure, Share(before[line].Credited + Credited(line), measure), facts, program.Rounding, trace);
    }

    // Of the window's months together; of the judged one where they measured nothing.
    private Rational Share(Rational credited, Rational measure) => measure.Sign == 0 ? portion.Part : credited / measure;

    private Rational ShareOfAll()
    {
        if (rule.Credited)
            return Rational.One;
        var measure = Rational.Zero;
        var credited = Rational.Zero;
        for (var line = 0; line < Count; line++)
        {
            measure += before[line].Measure + Measure(line);
            credited += before[line].Credited + Credited(line);
        }
        return Rational.Max(Rational.Zero, Rational.Min(Rational.One, Share(credited, measure)));
    }
}
