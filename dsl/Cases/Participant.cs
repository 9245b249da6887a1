using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A partner in one role on a deal or with a customer.</summary>
public sealed record Participant
{
    /// <summary>The partner's key; equal money is told apart by it, in ordinal order.</summary>
    public required string PartnerKey { get; init; }

    /// <summary>The partner's name for people; the key where none is given.</summary>
    public string? PartnerName { get; init; }

    /// <summary>The role by its name in the program, such as <c>Reseller</c>.</summary>
    public required string Role { get; init; }

    /// <summary>What the partner counts for where several share a role by weight; not negative.</summary>
    public decimal Weight { get; init; } = 1;

    /// <summary>The day on which the partner was engaged; the default value where that is not known.</summary>
    public DateTime EngagedOn { get; init; }

    /// <summary>Values of <c>partner.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    internal string DisplayName => PartnerName ?? PartnerKey;
}
