using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>
/// What a version pays after the limits that work over several cases. It needs one sum for each rule, month and partner, however
/// many cases there are: a limit changes a partner's total, and the total is all that is shown.
/// </summary>
internal sealed class LimitedEarnings(RuleProgram program)
{
    private readonly Dictionary<(string Rule, Month Month), Dictionary<string, CapLine>> sums = [];

    /// <summary>Adds what a case earns, and what its window had booked before.</summary>
    public void Add(Outcome outcome, Month month, IReadOnlyList<BookedLine> booked)
    {
        foreach (var ((rule, partner), amount) in outcome.Earned)
            Add(rule, month, partner, amount, 0, 0);
        foreach (var line in booked)
            Add(line.Rule, month, line.PartnerKey, 0, line.Uncapped, line.Amount);
    }

    /// <summary>Each partner's total after the limits.</summary>
    public IEnumerable<(string Partner, decimal Amount)> Totals() => sums
        .SelectMany(rule => program.ApplyLimits(rule.Key.Rule, rule.Key.Month, [.. rule.Value.Values]).Lines)
        .GroupBy(line => line.PartnerKey)
        .Select(partner => (partner.Key, partner.Sum(line => line.Amount)));

    private void Add(string rule, Month month, string partner, decimal amount, decimal bookedUncapped, decimal bookedAmount)
    {
        if (!sums.TryGetValue((rule, month), out var partners))
            sums[(rule, month)] = partners = [];
        var before = partners.GetValueOrDefault(partner) ?? new CapLine(partner, partner, 0);
        partners[partner] = new CapLine(
            partner, partner, before.Amount + amount, before.BookedUncapped + bookedUncapped, before.BookedAmount + bookedAmount);
    }
}
