using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// The entries of one rule, partner and role, and how much of each has been taken back. However many clawbacks there are, they
/// take back at most what was earned, and all of it exactly.
/// </summary>
internal sealed class Recovery
{
    private readonly decimal[] left;
    private readonly Rational[] weights;

    public Recovery(IEnumerable<ClawbackEntry> entries)
    {
        Entries = [.. entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        left = [.. Entries.Select(entry => entry.Amount)];
        weights = [.. Entries.Select(entry => (Rational)Math.Abs(entry.Amount))];
        Earned = left.Sum();
    }

    public IReadOnlyList<ClawbackEntry> Entries { get; }

    public decimal Earned { get; }

    /// <summary>What of it has not been taken back yet.</summary>
    public decimal Left => left.Sum();

    /// <summary>Takes a part of what was earned, as far as there is so much left. What is taken of each entry, in their order.</summary>
    public decimal[] Take(decimal rate, Rounding rounding)
    {
        var wanted = Earned > 0 ? Math.Min(rounding.Round((Rational)Earned * rate), Left) : 0;
        var taken = wanted > 0 && wanted == Left
            ? (decimal[])left.Clone()
            : wanted > 0 ? LargestRemainder.Divide(wanted, rounding.Digits, weights) : new decimal[left.Length];
        for (var i = 0; i < taken.Length; i++)
            left[i] -= taken[i];
        return taken;
    }
}
