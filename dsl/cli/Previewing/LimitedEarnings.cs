using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>
/// What a version pays after the limits that work over several cases. It needs one sum for each rule, month and partner, however
/// many cases there are: a limit changes a partner's total, and the total is all that is shown.
/// </summary>
internal sealed class LimitedEarnings(RuleProgram program)
{
    private readonly Dictionary<(string Rule, Month Month), Dictionary<string, decimal>> sums = [];

    public void Add(Outcome outcome, Month month)
    {
        foreach (var ((rule, partner), amount) in outcome.Earned)
        {
            if (!sums.TryGetValue((rule, month), out var partners))
                sums[(rule, month)] = partners = [];
            partners.TryGetValue(partner, out var sum);
            partners[partner] = sum + amount;
        }
    }

    /// <summary>Each partner's total after the limits.</summary>
    public IEnumerable<(string Partner, decimal Amount)> Totals() => sums
        .SelectMany(rule => program.ApplyPartnerCap(
            rule.Key.Rule, rule.Key.Month, [.. rule.Value.Select(sum => new CapLine(sum.Key, sum.Key, sum.Value))]).Lines)
        .GroupBy(line => line.PartnerKey)
        .Select(partner => (partner.Key, partner.Sum(line => line.Amount)));
}
