using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A partner whom a field of the deal names, such as the one who sourced it, and who has no role on the deal.</summary>
public sealed record PartnerFacts
{
    /// <summary>The partner's key.</summary>
    public required string Key { get; init; }

    /// <summary>The partner's name for people; the key where none is given.</summary>
    public string? Name { get; init; }

    /// <summary>Values of <c>partner.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;
}
