using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Plugins.Ledger;

/// <summary>
/// Divides what a cap leaves of an earning over its payable and its held part, in the proportion that they had before the cap. The
/// held part is rounded half to even to the minor unit, the payable part is the rest.
/// </summary>
internal static class HeldShare
{
    /// <param name="debt">The entries of one earning.</param>
    /// <param name="amount">What is left of it.</param>
    /// <param name="minorDigits">Decimals of the currency.</param>
    public static IEnumerable<EntryTarget> Divide(List<LedgerEntry> debt, decimal amount, int minorDigits)
    {
        var line = debt[0].Line with { IsHold = false };
        var whole = debt.Sum(entry => entry.Uncapped);
        var heldBefore = debt.Where(entry => entry.Line.IsHold).Sum(entry => entry.Uncapped);
        var held = whole == 0m ? 0m : Math.Round(amount * heldBefore / whole, minorDigits, MidpointRounding.ToEven);
        yield return new EntryTarget(line, amount - held, whole - heldBefore);
        if (debt.Any(entry => entry.Line.IsHold))
            yield return new EntryTarget(line with { IsHold = true }, held, heldBefore);
    }
}
