using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>A partner's customers up to one month, so that the tier that the partner has earned can be decided.</summary>
public sealed record TierCase
{
    /// <summary>The partner's key.</summary>
    public required string PartnerKey { get; init; }

    /// <summary>The partner's name for people; the key where none is given.</summary>
    public string? PartnerName { get; init; }

    /// <summary>The month that is judged; figures end with it.</summary>
    public required Month Month { get; init; }

    /// <summary>Values of <c>partner.*</c> fields by their full name.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = NoFields.Instance;

    /// <summary>The usage of all of the partner's customers together.</summary>
    public UsageHistory Usage { get; init; } = new([]);

    /// <summary>
    /// The keys of the customers that were active in a month, by month. A month that is not there is not known, which is another
    /// thing than a month without active customers.
    /// </summary>
    public IReadOnlyDictionary<Month, IReadOnlyCollection<string>> ActiveCustomers { get; init; } =
        new Dictionary<Month, IReadOnlyCollection<string>>();
}
