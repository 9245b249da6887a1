using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>
/// Shares that a person has set on one deal. They are used where the credit rule that applies says that each deal may set its
/// own shares, and refused where they don't add up to exactly 100, name somebody who is not on the roster, or give no reason.
/// </summary>
public sealed class OwnShares
{
    /// <summary>The partners' shares; their order changes nothing.</summary>
    public required IReadOnlyList<OwnShare> Shares { get; init; }

    /// <summary>What the house keeps, 0 to 100; with the partners' shares exactly 100.</summary>
    public decimal HousePercent { get; init; }

    /// <summary>Why the deal is divided like this; must not be empty.</summary>
    public required string Reason { get; init; }

    /// <summary>The name of the person who set them; null where it is not known.</summary>
    public string? SetBy { get; init; }
}

/// <summary>One partner's share of a deal as a person has set it.</summary>
public sealed class OwnShare
{
    /// <summary>A share in percent, with at most ten decimals.</summary>
    public OwnShare(string partnerKey, string role, decimal percent)
    {
        PartnerKey = partnerKey ?? throw new ArgumentNullException(nameof(partnerKey));
        Role = role ?? throw new ArgumentNullException(nameof(role));
        Percent = percent;
    }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The role in which the partner is on the deal.</summary>
    public string Role { get; }

    /// <summary>The share in percent: more than 0, at most 100.</summary>
    public decimal Percent { get; }
}
