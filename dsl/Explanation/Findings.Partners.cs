using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>Steps of commissions across a partner's customers.</summary>
internal static partial class Findings
{
    public static void Partner(this Trace trace, int since, BoundProgram program, PartnerCase partner) => trace.Step("partner", since)
        .Add("partner", partner.DisplayName).Add("key", partner.PartnerKey).Add("month", partner.Month)
        .Add("program", program.Name).Add("version", program.Hash);

    public static void NothingMeasured(this Trace trace, CommissionRule rule) =>
        trace.Step("commission.nothing-measured").Add("rule", rule.Name);

    public static void CustomerMeasured(this Trace trace, CommissionRule rule, string customer, decimal measure, decimal before) => trace
        .Step("across.customer" + (before == 0 ? "" : Length(rule)))
        .Add("customer", customer).Add("measure", measure).Add("before", before).Add("window", before + measure);

    public static void AcrossMeasure(this Trace trace, in Rational measure) => trace.Step("across.measure").Add("measure", measure);

    public static void AcrossTotal(
        this Trace trace, int since, CommissionRule rule, PartnerCase partner, string role, decimal total, string currency) => trace
        .Step("commission.across" + Length(rule), since)
        .Add("rule", rule.Name).Add("partner", partner.DisplayName).Add("key", partner.PartnerKey).Add("role", role)
        .Add("total", total).Add("currency", currency);

    public static void CustomerPart(this Trace trace, string customer, decimal part, decimal before, decimal amount) => trace
        .Step(before == 0 ? "across.part" : "across.part.booked")
        .Add("customer", customer).Add("part", part).Add("before", before).Add("amount", amount);

    public static void AcrossEarning(
        this Trace trace, int since, CommissionRule rule, PartnerCase partner, string role, string customer, decimal amount,
        string currency) => trace
        .Step("commission.customer", since)
        .Add("rule", rule.Name).Add("partner", partner.DisplayName).Add("key", partner.PartnerKey).Add("role", role)
        .Add("customer", customer).Add("amount", amount).Add("currency", currency);
}
