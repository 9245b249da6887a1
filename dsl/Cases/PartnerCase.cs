using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>
/// A partner's month over all of its customers, for commissions across customers: what the customers' own months measured, and
/// what the window has booked so far.
/// </summary>
public sealed record PartnerCase
{
    /// <summary>The partner's key.</summary>
    public required string PartnerKey { get; init; }

    /// <summary>The partner's name for people; the key where none is given.</summary>
    public string? PartnerName { get; init; }

    /// <summary>The month that is judged. Rules are those in force on its first day.</summary>
    public required Month Month { get; init; }

    /// <summary>Values of <c>partner.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    /// <summary>The customers for whom a month of the window measured anything; their order changes nothing.</summary>
    public IReadOnlyList<PartnerCustomer> Customers { get; init; } = Array.Empty<PartnerCustomer>();

    internal string DisplayName => PartnerName ?? PartnerKey;
}

/// <summary>One customer of a partner's month.</summary>
public sealed record PartnerCustomer
{
    /// <summary>The customer's key; equal remainders are told apart by it, in ordinal order.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The customer's name for people; the key where none is given.</summary>
    public string? CustomerName { get; init; }

    /// <summary>What the judged month measured, from <see cref="UsageRuling.Measures"/>; lines of other partners are left out.</summary>
    public IReadOnlyList<Measured> Lines { get; init; } = Array.Empty<Measured>();

    /// <summary>What the window's earlier months have booked of this customer; lines of other partners are left out.</summary>
    public IReadOnlyList<BookedLine> Booked { get; init; } = Array.Empty<BookedLine>();

    /// <summary>The customer's usage; added up over the customers it is what accelerators read.</summary>
    public UsageHistory Usage { get; init; } = new([]);
}
