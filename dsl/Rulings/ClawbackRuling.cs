using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>What is taken back because a customer has churned.</summary>
public sealed class ClawbackRuling : Ruling
{
    internal ClawbackRuling(string programHash, Month month, IReadOnlyList<ClawbackLine> lines, Func<Finding> derivation)
        : base(programHash, derivation)
    {
        Month = month;
        Lines = lines;
    }

    /// <summary>The month in which the customer was first found inactive.</summary>
    public Month Month { get; }

    /// <summary>What is taken back of each entry, by clawback, then in the order of the entries' keys; never zero.</summary>
    public IReadOnlyList<ClawbackLine> Lines { get; }
}

/// <summary>What one clawback takes back of one entry.</summary>
public sealed class ClawbackLine
{
    internal ClawbackLine(string clawback, ClawbackEntry entry, decimal amount)
    {
        Clawback = clawback;
        EntryKey = entry.Key;
        Rule = entry.Rule;
        PartnerKey = entry.PartnerKey;
        Role = entry.Role;
        Amount = amount;
    }

    /// <summary>The clawback rule.</summary>
    public string Clawback { get; }

    /// <summary>The key of the entry.</summary>
    public string EntryKey { get; }

    /// <summary>The commission rule that earned the entry.</summary>
    public string Rule { get; }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The role that the entry was earned in.</summary>
    public string Role { get; }

    /// <summary>The signed amount to book, in whole minor units: negative for what was earned. All of it taken back negates the
    /// entry exactly.</summary>
    public decimal Amount { get; }
}
