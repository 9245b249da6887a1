using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Impact;

/// <summary>What the months of a customer that were tried so far have booked, for rules whose window is longer than a month.</summary>
internal sealed class BookedSoFar
{
    private readonly List<(Month Month, Earning Earning)> _earned = [];

    public void Add(Month month, Ruling? ruling)
    {
        if (ruling is UsageRuling usage)
            _earned.AddRange(usage.Earnings.Where(earning => earning.WindowMonths > 1).Select(earning => (month, earning)));
    }

    /// <summary>The earlier months of each rule's window; none where there are no rules.</summary>
    public IReadOnlyList<BookedLine> Of(RuleProgram? rules, Month month) => rules is null ? [] : _earned
        .Where(one => one.Month < month && one.Month >= rules.WindowStart(one.Earning.Rule, month))
        .GroupBy(one => (one.Earning.Rule, one.Earning.PartnerKey, one.Earning.Role, one.Earning.Product))
        .Select(line => new BookedLine
        {
            Rule = line.Key.Rule,
            PartnerKey = line.Key.PartnerKey,
            Role = line.Key.Role,
            Product = line.Key.Product,
            Measure = line.Sum(one => one.Earning.Measure),
            Credited = line.Sum(one => one.Earning.Credited),
            Uncapped = line.Sum(one => one.Earning.Amount),
        })
        .ToList();
}
