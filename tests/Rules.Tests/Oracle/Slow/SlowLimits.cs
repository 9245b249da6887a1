using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>One line of a rule's window: what its months so far have booked before limits, and what they came to.</summary>
internal sealed class Line
{
    public required string Key { get; init; }

    public required string Partner { get; init; }

    public Fraction Measure { get; set; }

    public Fraction Credited { get; set; }

    public BigInteger BookedUncapped { get; set; }

    public BigInteger BookedAmount { get; set; }

    /// <summary>The judged month's amount before limits per partner and per program.</summary>
    public BigInteger Uncapped { get; set; }

    /// <summary>The judged month's amount.</summary>
    public BigInteger Amount { get; set; }
}

/// <summary>Limits per partner and per program on the totals of a window, in whole minor units.</summary>
internal static class SlowLimits
{
    public static void Apply(CommissionRule rule, int digits, IReadOnlyList<Line> lines)
    {
        var ordered = lines.OrderBy(line => line.Key, StringComparer.Ordinal).ToList();
        var totals = ordered.ToDictionary(line => line, line => line.BookedUncapped + line.Uncapped);
        foreach (var partner in ordered.GroupBy(line => line.Partner))
            Limit(totals, [.. partner], rule.Partner, digits);
        Limit(totals, ordered, rule.Program, digits);
        foreach (var line in ordered)
            line.Amount = totals[line] - line.BookedAmount;
    }

    /// <summary>Brings the total to the cap or the floor; the change goes over the positive ones in proportion.</summary>
    public static void Limit<T>(Dictionary<T, BigInteger> totals, IReadOnlyList<T> over, Limit limit, int digits)
        where T : notnull
    {
        var total = over.Aggregate(BigInteger.Zero, (sum, one) => sum + totals[one]);
        var wanted = SlowRating.Limited(total, Units(limit, digits));
        var positive = over.Where(one => totals[one] > 0).ToList();
        if (positive.Count == 0 || wanted.Equals(total))
            return;
        var change = Division.Of(wanted.Top - total, [.. positive.Select(one => (Fraction)totals[one])]);
        for (var i = 0; i < positive.Count; i++)
            totals[positive[i]] += change[i];
    }

    private static Limit Units(Limit limit, int digits)
    {
        var unit = (decimal)BigInteger.Pow(10, digits);
        return new Limit(limit.Most * unit, limit.Least * unit);
    }
}
