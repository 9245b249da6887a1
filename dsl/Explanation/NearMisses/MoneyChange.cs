namespace CrmAddon.Rules;

/// <summary>What one partner would get instead, in the program's currency.</summary>
public sealed class MoneyChange
{
    internal MoneyChange(MoneyKey key, string partnerName, decimal before, decimal after)
    {
        Rule = key.Rule;
        PartnerKey = key.PartnerKey;
        Role = key.Role;
        Product = key.Product;
        PartnerName = partnerName;
        Before = before;
        After = after;
    }

    /// <summary>The commission that earns it; null for the credit itself.</summary>
    public string? Rule { get; }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The partner's name for people.</summary>
    public string PartnerName { get; }

    /// <summary>The role; empty where the partner is credited without one.</summary>
    public string Role { get; }

    /// <summary>The product, for a rule per product; empty otherwise.</summary>
    public string Product { get; }

    /// <summary>What it is in the ruling, in whole minor units.</summary>
    public decimal Before { get; }

    /// <summary>What it would be.</summary>
    public decimal After { get; }
}

/// <summary>What an amount of a ruling belongs to.</summary>
internal readonly record struct MoneyKey(string? Rule, string PartnerKey, string Role, string Product);
