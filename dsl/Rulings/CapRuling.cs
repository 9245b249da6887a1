using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>One entry of a rule's month before the limits per partner and per program.</summary>
public sealed class CapLine
{
    // More than any rule can earn, and far from where a decimal ends.
    private const decimal LargestAmount = DealCase.LargestAmount * 100_000_000;

    /// <summary>An entry before the limits, in whole minor units, in a window of one month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is larger than any rule can earn.</exception>
    public CapLine(string key, string partnerKey, decimal amount)
        : this(key, partnerKey, amount, 0, 0)
    {
    }

    /// <summary>An entry before the limits, in whole minor units, and what the window's earlier months booked for it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amount is larger than any rule can earn.</exception>
    public CapLine(string key, string partnerKey, decimal amount, decimal bookedUncapped, decimal bookedAmount)
    {
        foreach (var given in new[] { amount, bookedUncapped, bookedAmount })
        {
            if (given is < -LargestAmount or > LargestAmount)
                throw new ArgumentOutOfRangeException(nameof(amount), given, "The amount is larger than any rule can earn.");
        }
        Key = key;
        PartnerKey = partnerKey;
        Amount = amount;
        BookedUncapped = bookedUncapped;
        BookedAmount = bookedAmount;
    }

    /// <summary>The entry's key; equal remainders are told apart by it, in ordinal order.</summary>
    public string Key { get; }

    /// <summary>The partner whose cap applies.</summary>
    public string PartnerKey { get; }

    /// <summary>The amount of the judged month before the limits, in the program's currency; zero for an entry that only earlier
    /// months of the window have.</summary>
    public decimal Amount { get; }

    /// <summary>What the window's earlier months booked before the limits; zero in a window of one month.</summary>
    public decimal BookedUncapped { get; }

    /// <summary>What the window's earlier months booked after the limits; zero in a window of one month.</summary>
    public decimal BookedAmount { get; }
}

/// <summary>One entry after the limits per partner and per program.</summary>
public sealed class CappedLine
{
    internal CappedLine(CapLine line, decimal amount, decimal held)
    {
        Key = line.Key;
        PartnerKey = line.PartnerKey;
        Uncapped = line.Amount;
        BookedUncapped = line.BookedUncapped;
        BookedAmount = line.BookedAmount;
        Amount = amount;
        Held = held;
    }

    /// <summary>The entry's key.</summary>
    public string Key { get; }

    /// <summary>The partner whose cap applies.</summary>
    public string PartnerKey { get; }

    /// <summary>The month's amount before the limits.</summary>
    public decimal Uncapped { get; }

    /// <summary>What the window's earlier months booked before the limits.</summary>
    public decimal BookedUncapped { get; }

    /// <summary>What the window's earlier months booked after the limits.</summary>
    public decimal BookedAmount { get; }

    /// <summary>The month's amount after the limits: what they leave of the window so far minus what was booked before. What a
    /// cap takes away (or a floor adds) adds up exactly.</summary>
    public decimal Amount { get; }

    /// <summary>The part of <see cref="Amount"/> that the rule holds back, in whole minor units: the hold comes after the limits.</summary>
    public decimal Held { get; }
}

/// <summary>What a rule's limits per partner and per program leave of one month's entries.</summary>
public sealed class CapRuling : Ruling
{
    internal CapRuling(
        string programHash, string rule, Month month, IReadOnlyList<CappedLine> lines, int holdMonths, Func<Finding> derivation)
        : base(programHash, derivation)
    {
        Rule = rule;
        Month = month;
        Lines = lines;
        HoldMonths = holdMonths;
    }

    /// <summary>The commission rule.</summary>
    public string Rule { get; }

    /// <summary>The month that the entries were earned in.</summary>
    public Month Month { get; }

    /// <summary>How many months held parts are held; 0 when the rule holds nothing.</summary>
    public int HoldMonths { get; }

    /// <summary>Every given entry, in the given order.</summary>
    public IReadOnlyList<CappedLine> Lines { get; }
}
