using System;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>Steps of windows, of commissions per product and across customers, and of limits on several entries together.</summary>
internal static partial class Findings
{
    public static void Window(this Trace trace, CommissionRule rule, Month window, in Rational before, in Rational measure) => trace
        .Step((rule.WindowMonths == 12, before.Sign == 0) switch
        {
            (true, true) => "window.year.begins",
            (true, false) => "window.year",
            (false, true) => "window.quarter.begins",
            _ => "window.quarter",
        })
        .Add("window", window).Add("before", before).Add("measure", measure);

    public static void BookedBefore(this Trace trace, CommissionRule rule, decimal total, decimal before, decimal amount) => trace
        .Step(rule.WindowMonths == 12 ? "booked.year" : "booked.quarter")
        .Add("total", total).Add("before", before).Add("amount", amount);

    public static void ProductEarning(
        this Trace trace, int since, CommissionRule rule, Portion portion, string product, decimal amount, string currency) => trace
        .Step(product.Length > 0 ? "commission.product" : "commission.without-product", since)
        .Add("rule", rule.Name).Add("partner", portion.PartnerName).Add("key", portion.PartnerKey).Add("role", portion.Role)
        .Add("product", product).Add("amount", amount).Add("currency", currency);

    public static void MeasuredOnly(
        this Trace trace, int since, CommissionRule rule, Portion portion, in Rational measure, string currency) => trace
        .Step("commission.measured", since)
        .Add("rule", rule.Name).Add("partner", portion.PartnerName).Add("key", portion.PartnerKey).Add("role", portion.Role)
        .Add("measure", measure).Add("currency", currency);

    public static void ProductLimit(this Trace trace, ProductLimit limit, int product) => trace
        .Step(limit.AtMost ? "products.cap" : "products.floor")
        .Add("total", limit.Total).Add("limit", limit.Limit).Add("change", Math.Abs(limit.Changes[product]));

    /// <summary>What is limited beyond the one result.</summary>
    public static void Limits(this Trace trace, CommissionRule rule)
    {
        if (rule.PerPartner.AtMost is { } most)
            trace.Step(ByLength(rule, "partner-cap", "partner-cap.quarter", "partner-cap.year")).Add("amount", most);
        if (rule.PerPartner.AtLeast is { } least)
            trace.Step(ByLength(rule, "partner-floor", "partner-floor.quarter", "partner-floor.year")).Add("amount", least);
        if (rule.PerProgram.AtMost is { } all)
            trace.Step(ByLength(rule, "program-cap", "program-cap.quarter", "program-cap.year")).Add("amount", all);
        if (rule.PerProgram.AtLeast is { } any)
            trace.Step(ByLength(rule, "program-floor", "program-floor.quarter", "program-floor.year")).Add("amount", any);
    }

    public static void ProgramCapped(this Trace trace, Limit limit, decimal total, decimal change)
    {
        trace.Step(change < 0 ? "caps.program-taken" : "caps.program-added");
        AddLimit(trace, "limit", change < 0 ? limit.AtMost : limit.AtLeast);
        trace.Add("total", total).Add("change", Math.Abs(change));
    }

    private static string Length(CommissionRule rule) => ByLength(rule, "", ".quarter", ".year");

    private static string ByLength(CommissionRule rule, string month, string quarter, string year) =>
        rule.WindowMonths switch { 1 => month, 3 => quarter, _ => year };
}
