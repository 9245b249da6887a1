using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>One value of every region that some bounds cut a type into: each bound, and something on both sides of it.</summary>
internal static class Regions
{
    /// <param name="bounds">The values that are compared with.</param>
    /// <param name="type">Money counts in minor units, dates in days; between two numbers or rates there is always another.</param>
    /// <param name="digits">Decimals of the minor unit.</param>
    /// <param name="today">A date for where none is compared with.</param>
    public static IEnumerable<decimal> Of(ICollection<decimal> bounds, FieldType type, int digits, DateTime today)
    {
        if (bounds.Count == 0)
            return type == FieldType.Date ? [today.Ticks / TimeSpan.TicksPerDay] : [0, 100, 10_000];
        return type switch
        {
            FieldType.Money => Counted(bounds, 1m / (decimal)PowersOfTen.Of(digits)),
            FieldType.Date => Counted(bounds, 1),
            FieldType.Percent => Between(bounds, 0.01m),
            _ => Between(bounds, 1),
        };
    }

    // A bound between two units has a unit on both sides of it.
    private static IEnumerable<decimal> Counted(IEnumerable<decimal> bounds, decimal unit) => bounds
        .Select(bound => Math.Floor(bound / unit) * unit)
        .SelectMany(below => new[] { below - unit, below, below + unit })
        .Distinct().OrderBy(value => value);

    private static IEnumerable<decimal> Between(IEnumerable<decimal> bounds, decimal beyond)
    {
        decimal[] sorted = [.. bounds.Distinct().OrderBy(bound => bound)];
        return [sorted[0] - beyond,
            .. sorted.SelectMany((bound, i) => i == 0 ? [bound] : new[] { (sorted[i - 1] + bound) / 2, bound }),
            sorted[sorted.Length - 1] + beyond];
    }
}
