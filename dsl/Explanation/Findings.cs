using System;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>
/// Notes the steps of derivations. Their kinds and values are what every <see cref="Language"/> has words for; once released they
/// never change their meaning, for stored derivations are rendered from them.
/// </summary>
internal static partial class Findings
{
    public static void Deal(this Trace trace, int since, BoundProgram program, DealCase deal) => trace.Step("deal", since)
        .Add("deal", deal.Name ?? deal.Key).Add("amount", deal.Amount).Add("currency", program.Currency)
        .Add("date", deal.BusinessDate).Add("program", program.Name).Add("version", program.Hash);

    public static void Usage(this Trace trace, int since, BoundProgram program, UsageCase usage, decimal used, bool active) => trace
        .Step("usage", since)
        .Add("customer", usage.CustomerName ?? usage.CustomerKey).Add("usage", used).Add("currency", program.Currency)
        .Add("month", usage.Month).Add("active", active ? "yes" : "no").Add("program", program.Name).Add("version", program.Hash);

    public static void Activity(this Trace trace, int since, bool active, string? status)
    {
        if (status is null)
            trace.Step(active ? "customer.active" : "customer.churned", since);
        else
            trace.Step(active ? "customer.active-by-status" : "customer.churned-by-status", since).Add("status", status);
    }

    /// <summary>A test; the values that it read follow.</summary>
    public static Trace Test(this Trace trace, string text, Truth truth) => trace.Step("test")
        .Add("text", text).Add("holds", truth switch { Truth.Yes => "yes", Truth.No => "no", _ => "unknown" });

    public static void IfUnknown(this Trace trace, bool yes) => trace.Step("if-unknown").Add("answer", yes ? "yes" : "no");

    public static void InMonth(this Trace trace, int since, Month judged, int back) => trace.Step("in-month", since)
        .Add("month", judged.MonthsSince(default) >= back ? judged.AddMonths(-back) : default);

    public static void CommissionNotWon(this Trace trace, CommissionRule rule) => trace.Step("commission.not-won").Add("rule", rule.Name);

    public static void CommissionNotInEffect(this Trace trace, CommissionRule rule) => trace.Step("commission.not-in-effect")
        .Add("rule", rule.Name).Add("period", rule.Period);

    public static void CommissionWithoutRole(this Trace trace, CommissionRule rule) => trace
        .Step(rule.Roles is null ? "commission.without-credit" : "commission.without-role")
        .Add("rule", rule.Name).Add("roles", rule.RolesText);

    public static void CommissionFails(this Trace trace, int since, CommissionRule rule, Portion portion, bool stopped) => trace
        .Step(stopped ? "commission.stopped" : "commission.fails", since)
        .Add("rule", rule.Name).Add("partner", portion.PartnerName);

    public static void Earning(
        this Trace trace, int since, CommissionRule rule, Portion portion, decimal amount, string currency) => trace
        .Step("commission", since)
        .Add("rule", rule.Name).Add("partner", portion.PartnerName).Add("key", portion.PartnerKey).Add("role", portion.Role)
        .Add("amount", amount).Add("currency", currency);

    public static void Measure(this Trace trace, CommissionRule rule, decimal whole, in Rational part, in Rational measure) => trace
        .Step((rule.OnDeals, rule.Credited) switch
        {
            (true, true) => "measure.credited-amount",
            (true, false) => "measure.amount",
            (false, true) => "measure.credited-usage",
            _ => "measure.usage",
        })
        .Add("whole", (Rational)whole).Percent("percent", part).Add("measure", measure);

    public static void Rate(this Trace trace, decimal rate, in Rational earned) =>
        trace.Step("rate").Percent("percent", rate).Add("earned", earned);

    public static void FixedAmount(this Trace trace, decimal amount, bool reached) =>
        trace.Step(reached ? "fixed" : "fixed.not-reached").Add("amount", amount);

    public static void Slice(this Trace trace, Step step, decimal? next, in Rational part, in Rational earned)
    {
        trace.Step((next is null, step.Plus == 0) switch
        {
            (true, true) => "slice.last",
            (true, false) => "slice.last.plus",
            (false, true) => "slice",
            _ => "slice.plus",
        }).Add("from", step.Above);
        if (next is { } bound)
            trace.Add("to", bound);
        else
            trace.Add("to", "");
        trace.Add("part", part).Percent("percent", step.Rate).Add("plus", step.Plus).Add("earned", earned);
    }

    public static void VolumeStep(this Trace trace, Step step, in Rational earned) => trace
        .Step(step.Plus == 0 ? "volume" : "volume.plus")
        .Add("above", step.Above).Percent("percent", step.Rate).Add("plus", step.Plus).Add("earned", earned);

    public static void BelowSteps(this Trace trace, Step first) => trace.Step("below-steps").Add("above", first.Above);

    public static void Accelerator(this Trace trace, Accelerator accelerator, bool applies, in Rational earned, Facts facts)
    {
        var since = trace.Here;
        accelerator.When.Explain(facts, 0, trace);
        trace.Step(applies ? "accelerated" : "not-accelerated", since).Add("factor", accelerator.Factor).Add("earned", earned);
    }

    public static void Cap(this Trace trace, decimal most, in Rational earned) =>
        trace.Step("cap").Add("most", most).Add("earned", earned);

    public static void Floor(this Trace trace, decimal least, in Rational earned) =>
        trace.Step("floor").Add("least", least).Add("earned", earned);

    public static void ShareTaken(this Trace trace, in Rational part, in Rational earned) =>
        trace.Step("share-taken").Percent("percent", part).Add("earned", earned);

    public static void Rounding(this Trace trace, Rounding rounding, in Rational earned, decimal amount)
    {
        var remainder = earned - amount;
        trace.Step(remainder.Sign == 0 ? "rounding.none" : rounding.HalfEven ? "rounding.half-even" : "rounding.half-up")
            .Add("exact", earned).Add("amount", amount).Add("remainder", remainder);
    }

    public static void Hold(this Trace trace, Hold hold, decimal amount, decimal held) => trace.Step("hold")
        .Percent("percent", hold.Rate).Add("held", held).Add("payable", amount - held).Add("months", hold.Months);

    public static void Caps(this Trace trace, int since, string rule, Month month, CommissionRule? bound)
    {
        trace.Step((bound?.PerProgram.IsNone ?? true, trace.Here == since) switch
        {
            (true, true) => "caps.none",
            (true, false) => "caps",
            (false, true) => "caps.program-none",
            _ => "caps.program",
        }, since).Add("rule", rule).Add("month", month);
        AddLimit(trace, "most", bound?.PerPartner.AtMost);
        AddLimit(trace, "least", bound?.PerPartner.AtLeast);
    }

    public static void PartnerCapped(this Trace trace, string partner, decimal total, decimal change) => trace
        .Step(change < 0 ? "caps.taken" : "caps.added")
        .Add("partner", partner).Add("total", total).Add("change", Math.Abs(change));

    private static void AddLimit(Trace trace, string name, decimal? limit)
    {
        if (limit is { } amount)
            trace.Add(name, amount);
        else
            trace.Add(name, "");
    }
}
