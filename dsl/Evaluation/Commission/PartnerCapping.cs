using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Applies a cap or floor per partner to the entries of one rule and month.</summary>
internal static class PartnerCapping
{
    public static CapRuling Apply(BoundProgram program, string ruleName, Month month, IReadOnlyList<CapLine> lines)
    {
        var rule = Find(program, ruleName, month);
        var after = lines.Select(line => program.Rounding.Round(line.Amount)).ToArray();
        var trace = new Trace();
        foreach (var partner in lines.Select(line => line.PartnerKey).Distinct().OrderBy(key => key, System.StringComparer.Ordinal))
        {
            var indexes = Enumerable.Range(0, lines.Count).Where(i => lines[i].PartnerKey == partner)
                .OrderBy(i => lines[i].Key, System.StringComparer.Ordinal).ToArray();
            var total = indexes.Sum(i => after[i]);
            var change = Change(rule, total);
            var positive = indexes.Where(i => after[i] > 0).ToArray();
            if (change == 0 || positive.Length == 0)
                continue;
            var parts = LargestRemainder.Divide(change, program.Rounding.Digits, positive.Select(i => (Rational)after[i]).ToArray());
            for (var i = 0; i < positive.Length; i++)
                after[positive[i]] += parts[i];
            trace.PartnerCapped(partner, total, change);
        }
        return new CapRuling(
            program.Hash, ruleName, month,
            [.. lines.Select((line, i) => new CappedLine(line, after[i], rule?.Held(after[i], program.Rounding.Digits) ?? 0))],
            rule?.Hold?.Months ?? 0,
            () =>
            {
                trace.Caps(0, ruleName, month, rule);
                return trace.Findings()[0];
            });
    }

    // The version of the rule at the month's beginning; one that came into effect within it where there was none before.
    private static CommissionRule? Find(BoundProgram program, string name, Month month)
    {
        var days = new EffectivePeriod(month.FirstDay, month.LastDay);
        return program.Commissions.FirstOrDefault(one => one.Name == name && one.Effective.Holds(days.From!.Value))
            ?? program.Commissions.FirstOrDefault(one => one.Name == name && one.Effective.Overlaps(days))
            ?? program.Commissions.FirstOrDefault(one => one.Name == name);
    }

    // What the limit adds to the partner's total; negative for a cap.
    private static decimal Change(CommissionRule? rule, decimal total) =>
        rule?.AtMostPerPartner is { } most && total > most ? most - total
        : rule?.AtLeastPerPartner is { } least && total < least ? least - total
        : 0;
}
