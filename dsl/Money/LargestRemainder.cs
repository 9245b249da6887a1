using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Money;

/// <summary>
/// Divides a whole number of units by weights: each part gets the whole units of its exact share, and the units left over go
/// one each to the largest remainders. The parts always add up to the whole.
/// </summary>
internal static class LargestRemainder
{
    /// <summary>
    /// The parts, in the order of the weights. Equal remainders are served in that order, so the caller sorts by key. A negative
    /// whole is divided as its absolute value and negated, so that a reversal mirrors the original to the unit.
    /// </summary>
    /// <exception cref="ArgumentException">A weight is negative, or none is positive.</exception>
    public static BigInteger[] Divide(BigInteger whole, IReadOnlyList<Rational> weights)
    {
        var units = OverCommonDenominator(weights);
        var total = units.Aggregate(BigInteger.Zero, (sum, unit) => sum + unit);
        if (total.Sign <= 0 || units.Any(unit => unit.Sign < 0))
            throw new ArgumentException("Money is divided by weights that are not negative and not all zero.", nameof(weights));

        var absolute = BigInteger.Abs(whole);
        var parts = new BigInteger[units.Length];
        var remainders = new BigInteger[units.Length];
        var left = absolute;
        for (var i = 0; i < units.Length; i++)
        {
            parts[i] = BigInteger.DivRem(absolute * units[i], total, out remainders[i]);
            left -= parts[i];
        }
        // Sorting is stable: equal remainders stay in the order of the weights.
        foreach (var index in Enumerable.Range(0, units.Length).OrderByDescending(i => remainders[i]).Take((int)left))
            parts[index]++;
        if (whole.Sign < 0)
        {
            for (var i = 0; i < parts.Length; i++)
                parts[i] = -parts[i];
        }
        return parts;
    }

    /// <summary>Divides an amount of whole minor units into amounts.</summary>
    public static decimal[] Divide(decimal amount, int digits, IReadOnlyList<Rational> weights) =>
        [.. Divide(MinorUnits.Of(amount, digits), weights).Select(part => MinorUnits.ToDecimal(part, digits))];

    /// <summary>
    /// Divides an amount of whole minor units by the first <paramref name="count"/> weights, without allocating where the numbers
    /// have room in decimals.
    /// </summary>
    /// <param name="amount">What is divided, in whole minor units.</param>
    /// <param name="digits">Decimals of the minor unit.</param>
    /// <param name="weights">Not negative, and not all zero.</param>
    /// <param name="count">How many parts.</param>
    /// <param name="into">Where the parts go; it has room for twice as many, for the remainders.</param>
    public static void Divide(decimal amount, int digits, Rational[] weights, int count, decimal[] into)
    {
        if (ExactDivision.TryDivide(amount, digits, weights, count, into))
            return;
        var parts = Divide(MinorUnits.Of(amount, digits), new ArraySegment<Rational>(weights, 0, count));
        for (var i = 0; i < count; i++)
            into[i] = MinorUnits.ToDecimal(parts[i], digits);
    }

    /// <summary>The second of two parts of an amount; the first is served first when a unit is left over.</summary>
    /// <param name="amount">What is divided, in whole minor units.</param>
    /// <param name="digits">Decimals of the minor unit.</param>
    /// <param name="rate">The weight of the second part, 0 to 1; the first has the rest.</param>
    public static decimal Second(decimal amount, int digits, decimal rate) =>
        ExactDivision.TrySecond(amount, digits, rate, out var part) ? part : Divide(amount, digits, [1 - rate, rate])[1];

    private static BigInteger[] OverCommonDenominator(IReadOnlyList<Rational> weights)
    {
        var common = weights.Aggregate(
            BigInteger.One,
            (known, weight) => known / BigInteger.GreatestCommonDivisor(known, weight.Denominator) * weight.Denominator);
        return [.. weights.Select(weight => weight.Numerator * (common / weight.Denominator))];
    }
}
