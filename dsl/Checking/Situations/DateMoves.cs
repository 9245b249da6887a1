using System;
using System.Numerics;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>
/// A date moved by months is no sum, but it rises with the date: comparing it with a fixed day is comparing the date itself with
/// another fixed day.
/// </summary>
internal static class DateMoves
{
    private const int LongestCounted = 24;

    private static readonly long LastDay = DateTime.MaxValue.Ticks / TimeSpan.TicksPerDay;

    public static BelowZero Simplified(Variables variables, BelowZero claim)
    {
        if (claim.Sum.Terms is not [{ Variable: { Moves: { } moves } moved, Factor: var factor }])
            return claim;
        // factor * moved + constant < 0
        var bound = -claim.Sum.Constant / factor;
        if (factor.Sign > 0)
        {
            // moved <= last, and so the day is before the first one that moves beyond it.
            var last = claim.Strictly ? LinearSum.Ceiling(bound) - 1 : LinearSum.Floor(bound);
            return variables.Below(moves.Day.Minus(Day(First(moves.Months, last + 1) - 1)), false);
        }
        var first = claim.Strictly ? LinearSum.Floor(bound) + 1 : LinearSum.Ceiling(bound);
        return variables.Below(Day(First(moves.Months, first)).Minus(moves.Day), false);
    }

    /// <summary>How many days a date moves with so many months: at least and at most.</summary>
    public static (int Fewest, int Most) Days(int months)
    {
        if (Math.Abs(months) > LongestCounted)
            return (Math.Min(28 * months, 31 * months), Math.Max(28 * months, 31 * months));
        var (fewest, most) = (int.MaxValue, int.MinValue);
        // Eight years around one without its leap day hold every sequence of months that there is.
        for (var day = new DateTime(2096, 1, 1); day.Year < 2105; day = day.AddDays(1))
        {
            var days = (day.AddMonths(months) - day).Days;
            (fewest, most) = (Math.Min(fewest, days), Math.Max(most, days));
        }
        return (fewest, most);
    }

    private static LinearSum Day(BigInteger day) => LinearSum.Of(Rational.Of(day, BigInteger.One));

    /// <summary>The first day that, moved by the months, is at least the given one.</summary>
    private static BigInteger First(int months, BigInteger least)
    {
        var (low, high) = (-1L, LastDay + 1);
        while (low + 1 < high)
        {
            var middle = (low + high) / 2;
            if (Moved(middle, months) >= least)
                high = middle;
            else
                low = middle;
        }
        return high;
    }

    private static BigInteger Moved(long day, int months)
    {
        var start = new DateTime(day * TimeSpan.TicksPerDay);
        var moved = ((start.Year - 1) * 12) + start.Month - 1 + months;
        return moved < 0 ? -1 : moved >= 9999 * 12 ? LastDay + 1 : start.AddMonths(months).Ticks / TimeSpan.TicksPerDay;
    }
}
