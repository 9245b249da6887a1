using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A customer's usage in one month as the rules see it.</summary>
public sealed class UsageCase
{
    /// <summary>The customer's key, for explanations and stored results.</summary>
    public required string CustomerKey { get; init; }

    /// <summary>The customer's name for people; the key where none is given.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The month that is judged. Rules are those in force on its first day.</summary>
    public required Month Month { get; init; }

    /// <summary>The usage of the judged month and of the months before.</summary>
    public required UsageHistory Usage { get; init; }

    /// <summary>Values of <c>customer.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    /// <summary>The partners engaged with the customer in that month; their order changes nothing.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = Array.Empty<Participant>();
}
