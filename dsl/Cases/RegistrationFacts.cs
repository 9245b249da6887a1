using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>The deal registration that stands for a deal, at most one.</summary>
public sealed record RegistrationFacts
{
    /// <summary>The key of the partner who registered the deal.</summary>
    public required string PartnerKey { get; init; }

    /// <summary>The partner's name for people; the key where none is given.</summary>
    public string? PartnerName { get; init; }

    /// <summary>The role that the partner registered for; null where the registration names none.</summary>
    public string? Role { get; init; }

    /// <summary>The first day of protection; null while nothing is protected.</summary>
    public DateTime? ProtectedFrom { get; init; }

    /// <summary>The last day of protection, inclusive; null while nothing is protected.</summary>
    public DateTime? ProtectedUntil { get; init; }

    /// <summary>Values of further <c>registration.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    /// <summary>Whether the window of protection holds <paramref name="day"/>.</summary>
    public bool IsProtectedOn(DateTime day) =>
        ProtectedFrom is { } from && ProtectedUntil is { } until && from.Date <= day.Date && day.Date <= until.Date;
}
