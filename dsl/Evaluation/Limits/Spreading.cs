using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Divides what a limit takes from a total, or adds to it, over the amounts that make it up.</summary>
internal static class Spreading
{
    /// <summary>
    /// Changes the positive amounts in proportion, by largest remainder; false, and nothing changed, where none is positive.
    /// </summary>
    /// <param name="change">What is added to them together; negative for a cap. Whole minor units, as the amounts are.</param>
    /// <param name="amounts">The amounts, which are changed in place.</param>
    /// <param name="order">Those that belong together, in the order in which equal remainders are served.</param>
    /// <param name="digits">Decimals of the minor unit.</param>
    public static bool Spread(decimal change, decimal[] amounts, IReadOnlyList<int> order, int digits)
    {
        var positive = new List<int>(order.Count);
        var weights = new List<Rational>(order.Count);
        foreach (var i in order)
        {
            if (amounts[i] <= 0)
                continue;
            positive.Add(i);
            weights.Add(amounts[i]);
        }
        if (change == 0 || positive.Count == 0)
            return false;
        var parts = LargestRemainder.Divide(change, digits, weights);
        for (var i = 0; i < parts.Length; i++)
            amounts[positive[i]] += parts[i];
        return true;
    }
}
