namespace CrmAddon.Rules.Json;

/// <summary>One partner's money over all cases, under both versions. The house has an empty key.</summary>
/// <param name="key">The partner's key.</param>
public sealed class PartnerMoney(string key)
{
    /// <summary>The partner's key.</summary>
    public string Key { get; } = key;

    /// <summary>Its name for people.</summary>
    public string Name { get; set; } = key;

    /// <summary>What it is credited with under the version before.</summary>
    public decimal CreditedBefore { get; set; }

    /// <summary>What it is credited with under the version after.</summary>
    public decimal CreditedAfter { get; set; }

    /// <summary>What it earns under the version before, after limits.</summary>
    public decimal EarnedBefore { get; set; }

    /// <summary>What it earns under the version after, after limits.</summary>
    public decimal EarnedAfter { get; set; }

    /// <summary>How much more it is credited with.</summary>
    public decimal CreditChange => CreditedAfter - CreditedBefore;

    /// <summary>How much more it earns.</summary>
    public decimal EarnedChange => EarnedAfter - EarnedBefore;
}
