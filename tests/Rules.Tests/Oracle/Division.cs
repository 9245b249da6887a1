using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Largest remainder, one unit after the other.</summary>
internal static class Division
{
    /// <summary>
    /// Whole units in proportion to the weights; one unit after the other goes to whoever lacks most, to the first in the list where
    /// two lack the same. What is negative is divided as its opposite.
    /// </summary>
    public static BigInteger[] Of(BigInteger total, IReadOnlyList<Fraction> weights)
    {
        if (total.Sign < 0)
            return [.. Of(-total, weights).Select(part => -part)];
        var sum = Fraction.Sum(weights);
        Fraction[] exact = [.. weights.Select(weight => total * weight / sum)];
        BigInteger[] parts = [.. exact.Select(part => BigInteger.Divide(part.Top, part.Bottom))];
        for (var left = total - parts.Aggregate(BigInteger.Zero, (all, part) => all + part); left > 0; left--)
        {
            var most = 0;
            for (var i = 1; i < parts.Length; i++)
            {
                if (exact[i] - parts[i] > exact[most] - parts[most])
                    most = i;
            }
            parts[most]++;
        }
        return parts;
    }
}
