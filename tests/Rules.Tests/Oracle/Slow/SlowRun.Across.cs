using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Commissions across customers: the partner's total is rated and divided back.</summary>
internal sealed partial class SlowRun
{
    private void JudgeAcross(
        Month month, string partner,
        IReadOnlyList<(CommissionRule Rule, string Customer, string Partner, string Role, Fraction Measure, Fraction Credited)> measured,
        Dictionary<CommissionRule, List<(string Customer, string Role, Line Line)>> judged)
    {
        var figures = new Figures(TotalUsage(month, partner, measured.Select(one => one.Customer)));
        foreach (var group in measured.GroupBy(one => (one.Rule, one.Role)))
        {
            var (rule, role) = group.Key;
            var window = SlowRating.Window(rule, program.FiscalMonth, month);
            foreach (var one in group)
                LineOf(rule, window, one.Customer, partner, role, "");
            var lineOf = windows.Where(one => one.Key.Rule == rule && one.Key.Window == window && one.Key.Partner == partner && one.Key.Role == role)
                .OrderBy(one => one.Key.Customer, StringComparer.Ordinal).Select(one => (one.Key.Customer, Line: one.Value)).ToList();
            var measures = lineOf.Select(one => one.Line.Measure
                + Fraction.Sum(group.Where(now => now.Customer == one.Customer).Select(now => now.Measure))).ToList();
            var measure = Fraction.Sum(measures);
            var credited = Fraction.Sum(lineOf.Select(one => one.Line.Credited).Concat(group.Select(now => now.Credited)));
            var situation = new Situation { Words = With([], partner), Figures = figures, Month = month };
            var share = rule.Credited ? 1 : measure.Sign == 0 ? ShareOfMonth(group) : credited / measure;
            var total = Rounded(SlowRating.Of(rule, measure, situation) * share);
            var parts = DivideBack(total, measures);
            for (var i = 0; i < lineOf.Count; i++)
            {
                var (customer, line) = lineOf[i];
                line.Uncapped = parts[i] - line.BookedUncapped;
                if (line.Uncapped.IsZero && group.All(now => now.Customer != customer))
                    continue;
                lines.Add($"{month} across {rule.Name} {partner} {role} {customer} {line.Uncapped} since {window} after {line.BookedUncapped}"
                    + (rule.Partner.Exists || rule.Program.Exists ? "" : $" held {Held(rule, line.Uncapped)}"));
                Add(judged, rule, (customer, role, line));
            }
            foreach (var one in group)
            {
                var line = LineOf(rule, window, one.Customer, partner, role, "");
                line.Measure += one.Measure;
                line.Credited += one.Credited;
            }
        }
    }

    private static Fraction ShareOfMonth(
        IEnumerable<(CommissionRule Rule, string Customer, string Partner, string Role, Fraction Measure, Fraction Credited)> group)
    {
        var measure = Fraction.Sum(group.Select(one => one.Measure));
        return measure.Sign == 0 ? 0 : Fraction.Sum(group.Select(one => one.Credited)) / measure;
    }

    private static BigInteger[] DivideBack(BigInteger total, List<Fraction> measures)
    {
        if (measures.All(measure => measure.Sign == 0))
            return [.. measures.Select((_, i) => i == 0 ? total : 0)];
        return measures.Any(measure => measure.Sign > 0)
            ? Division.Of(total, [.. measures.Select(measure => measure.Sign > 0 ? measure : 0)])
            : Division.Of(total, [.. measures.Select(Fraction.Abs)]);
    }

    // The history of the customers that the partner has a line with, this month or in a window that is still open.
    private Dictionary<Month, Fraction> TotalUsage(Month month, string partner, IEnumerable<string> now)
    {
        var customers = windows.Keys.Where(key => key.Partner == partner && key.Rule.Over == Over.Across
            && key.Window == SlowRating.Window(key.Rule, program.FiscalMonth, month)).Select(key => key.Customer).Concat(now).ToHashSet();
        return world.Customers.Where(customer => customers.Contains(customer.Key)).SelectMany(customer => History(customer))
            .GroupBy(row => row.Key).ToDictionary(rows => rows.Key, rows => Fraction.Sum(rows.Select(row => row.Value)));
    }
}
