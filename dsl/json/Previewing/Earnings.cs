using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>
/// What a version pays in the end, after what works over several cases: commissions across customers, limits per partner and per
/// program. Limits need one sum for each rule, month and partner, however many cases there are: they change a partner's total,
/// and the total is all that is shown.
/// </summary>
/// <param name="programOf">The rules in force in a month; null where there are none.</param>
/// <param name="first">The first month that counts; what lies before is only what later months of its window rest on.</param>
internal sealed class Earnings(Func<Month, RuleProgram?> programOf, Month first)
{
    private readonly Dictionary<(string Rule, Month Month), Dictionary<string, CapLine>> sums = [];
    private readonly AcrossCustomers across = new(programOf);

    /// <summary>Adds what a case earns, and what its window had booked before, unless the months before are among the cases.</summary>
    public void Add(StoredCase stored, Ruling ruling, Outcome outcome, bool withBooked)
    {
        foreach (var earned in outcome.Earned)
            Add(earned.Key.Rule, stored.Month, earned.Key.Partner, earned.Value, 0, 0);
        if (stored is not StoredUsage usage || ruling is not UsageRuling judged)
            return;
        if (withBooked)
            foreach (var line in usage.Case.Booked)
                Add(line.Rule, stored.Month, line.PartnerKey, 0, line.Uncapped, line.Amount);
        across.Add(usage.Case, judged);
    }

    /// <summary>Each partner's total. Asked once, when all cases are added.</summary>
    /// <param name="carriesItself">Whether what a window had booked before is what its earlier months come to here.</param>
    public IEnumerable<(string Partner, decimal Amount)> Totals(bool carriesItself)
    {
        foreach (var (month, earning) in across.Judge())
            Add(earning.Rule, month, earning.PartnerKey, earning.Amount, 0, 0);
        var left = new Dictionary<(string Rule, Month Month), IReadOnlyList<CappedLine>>();
        foreach (var rule in sums.OrderBy(rule => rule.Key.Month).ThenBy(rule => rule.Key.Rule, StringComparer.Ordinal).ToList())
        {
            var program = programOf(rule.Key.Month)!;
            var lines = carriesItself ? Carried(program, rule.Key.Rule, rule.Key.Month, rule.Value, left) : [.. rule.Value.Values];
            left[rule.Key] = program.ApplyLimits(rule.Key.Rule, rule.Key.Month, lines).Lines;
        }
        return left.Where(rule => rule.Key.Month >= first).SelectMany(rule => rule.Value)
            .GroupBy(line => line.PartnerKey)
            .Select(partner => (partner.Key, partner.Sum(line => line.Amount)));
    }

    private static List<CapLine> Carried(
        RuleProgram program, string rule, Month month, Dictionary<string, CapLine> lines, Dictionary<(string Rule, Month Month), IReadOnlyList<CappedLine>> left)
    {
        var booked = left.Where(one => one.Key.Rule == rule && one.Key.Month < month && one.Key.Month >= program.WindowStart(rule, month))
            .SelectMany(one => one.Value).ToLookup(line => line.PartnerKey, StringComparer.Ordinal);
        return [.. lines.Keys.Union(booked.Select(partner => partner.Key)).Select(partner => new CapLine(
            partner, partner, lines.TryGetValue(partner, out var line) ? line.Amount : 0,
            booked[partner].Sum(one => one.Uncapped), booked[partner].Sum(one => one.Amount)))];
    }

    private void Add(string rule, Month month, string partner, decimal amount, decimal bookedUncapped, decimal bookedAmount)
    {
        if (!sums.TryGetValue((rule, month), out var partners))
            sums[(rule, month)] = partners = [];
        var before = partners.TryGetValue(partner, out var known) ? known : new CapLine(partner, partner, 0);
        partners[partner] = new CapLine(
            partner, partner, before.Amount + amount, before.BookedUncapped + bookedUncapped, before.BookedAmount + bookedAmount);
    }
}
