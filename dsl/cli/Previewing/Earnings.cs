using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>
/// What a version pays in the end, after what works over several cases: commissions across customers, limits per partner and per
/// program. Limits need one sum for each rule, month and partner, however many cases there are: they change a partner's total,
/// and the total is all that is shown.
/// </summary>
internal sealed class Earnings(RuleProgram program)
{
    private readonly Dictionary<(string Rule, Month Month), Dictionary<string, CapLine>> sums = [];
    private readonly AcrossCustomers across = new(program);

    /// <summary>Adds what a case earns, and what its window had booked before.</summary>
    public void Add(StoredCase stored, Ruling ruling, Outcome outcome)
    {
        foreach (var ((rule, partner), amount) in outcome.Earned)
            Add(rule, stored.Month, partner, amount, 0, 0);
        if (stored is not StoredUsage usage || ruling is not UsageRuling judged)
            return;
        foreach (var line in usage.Case.Booked)
            Add(line.Rule, stored.Month, line.PartnerKey, 0, line.Uncapped, line.Amount);
        across.Add(usage.Case, judged);
    }

    /// <summary>Each partner's total. Asked once, when all cases are added.</summary>
    public IEnumerable<(string Partner, decimal Amount)> Totals()
    {
        foreach (var (month, earning) in across.Judge())
            Add(earning.Rule, month, earning.PartnerKey, earning.Amount, 0, 0);
        return sums
            .SelectMany(rule => program.ApplyLimits(rule.Key.Rule, rule.Key.Month, [.. rule.Value.Values]).Lines)
            .GroupBy(line => line.PartnerKey)
            .Select(partner => (partner.Key, partner.Sum(line => line.Amount)));
    }

    private void Add(string rule, Month month, string partner, decimal amount, decimal bookedUncapped, decimal bookedAmount)
    {
        if (!sums.TryGetValue((rule, month), out var partners))
            sums[(rule, month)] = partners = [];
        var before = partners.GetValueOrDefault(partner) ?? new CapLine(partner, partner, 0);
        partners[partner] = new CapLine(
            partner, partner, before.Amount + amount, before.BookedUncapped + bookedUncapped, before.BookedAmount + bookedAmount);
    }
}
