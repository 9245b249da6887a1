using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A customer's usage in one month as the rules see it.</summary>
public sealed record UsageCase
{
    private static readonly IReadOnlyDictionary<string, decimal> NoProducts = new Dictionary<string, decimal>();

    /// <summary>The customer's key, for explanations and stored results.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The customer's name for people; the key where none is given.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The month that is judged. Rules are those in force on its first day.</summary>
    public required Month Month { get; init; }

    /// <summary>The usage of the judged month and of the months before.</summary>
    public required UsageHistory Usage { get; init; }

    /// <summary>
    /// The usage of the judged month by product key. What of the month's usage has no product, and what these leave of it, is
    /// the usage without a product.
    /// </summary>
    public IReadOnlyDictionary<string, decimal> Products { get; init; } = NoProducts;

    /// <summary>What the earlier months of the judged month's windows have booked; lines of monthly rules are not read.</summary>
    public IReadOnlyList<BookedLine> Booked { get; init; } = Array.Empty<BookedLine>();

    /// <summary>Values of <c>customer.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    /// <summary>The partners engaged with the customer in that month; their order changes nothing.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = Array.Empty<Participant>();
}
