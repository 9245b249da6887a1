using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// Applies the limits per partner, then those per program, to the entries of one rule. They work on the window's total; what the
/// judged month gets is what they leave of the window so far minus what was booked before.
/// </summary>
internal static class WindowLimits
{
    public static CapRuling Apply(BoundProgram program, string ruleName, Month month, IReadOnlyList<CapLine> lines)
    {
        var rule = Find(program, ruleName, month);
        var digits = program.Rounding.Digits;
        var totals = lines.Select(line => program.Rounding.Round(line.BookedUncapped + line.Amount)).ToArray();
        int[] order = [.. Enumerable.Range(0, lines.Count).OrderBy(i => lines[i].Key, StringComparer.Ordinal)];
        var trace = new Trace();
        foreach (var partner in order.GroupBy(i => lines[i].PartnerKey).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (Limited(rule?.PerPartner ?? default, totals, [.. partner], digits) is { } limited)
                trace.PartnerCapped(partner.Key, limited.Total, limited.Change);
        }
        if (Limited(rule?.PerProgram ?? default, totals, order, digits) is { } all)
            trace.ProgramCapped(rule!.PerProgram, all.Total, all.Change);
        var after = totals.Select((total, i) => total - lines[i].BookedAmount).ToArray();
        return new CapRuling(
            program.Hash, ruleName, month, [.. lines.Select((line, i) => new CappedLine(line, after[i], rule?.Held(after[i], digits) ?? 0))],
            rule?.Hold?.Months ?? 0, () =>
            {
                trace.Caps(0, ruleName, month, rule);
                return trace.Findings()[0];
            });
    }

    private static (decimal Total, decimal Change)? Limited(Limit limit, decimal[] totals, int[] order, int digits)
    {
        var total = order.Sum(i => totals[i]);
        var change = limit.Change(total);
        return Spreading.Spread(change, totals, order, digits) ? (total, change) : null;
    }

    // The version of the rule at the month's beginning; one that came into effect within it where there was none before.
    private static CommissionRule? Find(BoundProgram program, string name, Month month)
    {
        var days = new EffectivePeriod(month.FirstDay, month.LastDay);
        return program.Commissions.FirstOrDefault(one => one.Name == name && one.Effective.Holds(days.From!.Value))
            ?? program.Commissions.FirstOrDefault(one => one.Name == name && one.Effective.Overlaps(days))
            ?? program.Commissions.FirstOrDefault(one => one.Name == name);
    }
}
