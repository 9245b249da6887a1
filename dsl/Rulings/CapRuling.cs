using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>One entry of a rule's month before the partner's cap.</summary>
public sealed class CapLine
{
    // Ten thousand times the largest deal: more than any rule can earn.
    private const decimal LargestAmount = DealCase.LargestAmount * 10_000;

    /// <summary>An entry before the cap, in whole minor units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is larger than any rule can earn.</exception>
    public CapLine(string key, string partnerKey, decimal amount)
    {
        if (amount is < -LargestAmount or > LargestAmount)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "The amount is larger than any rule can earn.");
        Key = key;
        PartnerKey = partnerKey;
        Amount = amount;
    }

    /// <summary>The entry's key; equal remainders are told apart by it, in ordinal order.</summary>
    public string Key { get; }

    /// <summary>The partner whose cap applies.</summary>
    public string PartnerKey { get; }

    /// <summary>The amount before the cap, in the program's currency.</summary>
    public decimal Amount { get; }
}

/// <summary>One entry after the partner's cap.</summary>
public sealed class CappedLine
{
    internal CappedLine(CapLine line, decimal amount, decimal held)
    {
        Key = line.Key;
        PartnerKey = line.PartnerKey;
        Uncapped = line.Amount;
        Amount = amount;
        Held = held;
    }

    /// <summary>The entry's key.</summary>
    public string Key { get; }

    /// <summary>The partner whose cap applies.</summary>
    public string PartnerKey { get; }

    /// <summary>The amount before the cap.</summary>
    public decimal Uncapped { get; }

    /// <summary>The amount after the cap; what the cap takes away (or the floor adds) adds up exactly.</summary>
    public decimal Amount { get; }

    /// <summary>The part of <see cref="Amount"/> that the rule holds back, in whole minor units: the hold comes after the cap.</summary>
    public decimal Held { get; }
}

/// <summary>What a rule's cap or floor per partner leaves of one month's entries.</summary>
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
