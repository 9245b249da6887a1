using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>
/// A customer who has churned, and what was earned on one of its deals (or on its usage), so that clawbacks can be decided.
/// </summary>
public sealed class ClawbackCase
{
    /// <summary>The customer's key.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The customer's name for people; the key where none is given.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The month in which the customer is first found inactive. The day of churn is its first one.</summary>
    public required Month Month { get; init; }

    /// <summary>The deal whose entries are judged; null for what was earned on the customer's usage.</summary>
    public string? DealKey { get; init; }

    /// <summary>The deal's name for people; the key where none is given.</summary>
    public string? DealName { get; init; }

    /// <summary>Values of <c>deal.*</c> and <c>customer.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    /// <summary>What was booked for it; their order changes nothing.</summary>
    public IReadOnlyList<ClawbackEntry> Entries { get; init; } = Array.Empty<ClawbackEntry>();
}

/// <summary>An entry that a clawback may take back.</summary>
public sealed class ClawbackEntry
{
    // More than any rule can earn, and far from where a decimal ends.
    private const decimal Largest = DealCase.LargestAmount * 100_000_000;

    /// <summary>An entry as it was booked, in whole minor units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is larger than any rule can earn.</exception>
    public ClawbackEntry(string key, string rule, string partnerKey, string role, decimal amount)
    {
        if (amount is < -Largest or > Largest)
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "The amount is larger than any rule can earn.");
        Key = key;
        Rule = rule;
        PartnerKey = partnerKey;
        Role = role;
        Amount = amount;
    }

    /// <summary>The entry's key; equal remainders are told apart by it, in ordinal order.</summary>
    public string Key { get; }

    /// <summary>The commission rule that earned it.</summary>
    public string Rule { get; }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The role that it was earned in.</summary>
    public string Role { get; }

    /// <summary>The amount, in the program's currency; negative for a correction.</summary>
    public decimal Amount { get; }
}
