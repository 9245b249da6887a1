using System;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>Steps of clawbacks.</summary>
internal static partial class Findings
{
    public static void Clawbacks(this Trace trace, int since, BoundProgram program, ClawbackCase churned) => trace
        .Step(churned.DealKey is null ? "clawbacks" : "clawbacks.deal", since)
        .Add("customer", churned.CustomerName ?? churned.CustomerKey).Add("deal", churned.DealName ?? churned.DealKey ?? "")
        .Add("month", churned.Month).Add("program", program.Name).Add("version", program.Hash);

    public static void Clawback(this Trace trace, int since, ClawbackRule rule) => trace.Step("clawback", since)
        .Add("rule", rule.Name).Percent("percent", rule.Rate);

    public static void ClawbackWithoutEntries(this Trace trace, ClawbackRule rule) =>
        trace.Step("clawback.without-entries").Add("rule", rule.Name).Add("commissions", string.Join(", ", rule.Rules));

    public static void ClawbackWithoutDate(this Trace trace, ClawbackRule rule) =>
        trace.Step("clawback.without-date").Add("rule", rule.Name).Add("field", rule.Since!.Path);

    public static void ClawbackTooLate(this Trace trace, ClawbackRule rule, DateTime start, DateTime churned, int days) =>
        Days(trace.Step("clawback.too-late").Add("rule", rule.Name), rule, start, churned, days);

    public static void ClawbackInTime(this Trace trace, ClawbackRule rule, DateTime start, DateTime churned, int days) =>
        Days(trace.Step("clawback.in-time"), rule, start, churned, days);

    public static void TakenBack(this Trace trace, ClawbackEntry entry, decimal taken) => trace.Step("clawback.entry")
        .Add("entry", entry.Key).Add("earned", entry.Amount).Add("taken", taken);

    public static void TakenBack(
        this Trace trace, int since, ClawbackRule rule, Recovery recovery, decimal taken, decimal left, string currency) => trace
        .Step(recovery.Earned <= 0 ? "clawback.nothing" : left == recovery.Earned ? "clawback.taken" : "clawback.taken-of-rest", since)
        .Add("rule", recovery.Entries[0].Rule).Add("partner", recovery.Entries[0].PartnerKey).Add("role", recovery.Entries[0].Role)
        .Percent("percent", rule.Rate).Add("earned", recovery.Earned).Add("left", left).Add("taken", taken).Add("currency", currency);

    private static void Days(Trace trace, ClawbackRule rule, DateTime start, DateTime churned, int days) => trace
        .Add("field", rule.Since!.Path).Add("date", start).Add("churned", churned).Add("days", days).Add("within", rule.WithinDays!.Value);
}
