using System;

namespace CrmAddon.Rules;

/// <summary>
/// What one customer's month measures for a commission across customers. What it earns is decided for all of the partner's
/// customers together, see <see cref="PartnerCase"/>.
/// </summary>
public sealed class Measured
{
    /// <summary>A measure of one rule for one partner in one role.</summary>
    public Measured(string rule, string partnerKey, string role, decimal measure, decimal credited)
    {
        Rule = rule ?? throw new ArgumentNullException(nameof(rule));
        PartnerKey = partnerKey ?? throw new ArgumentNullException(nameof(partnerKey));
        Role = role ?? throw new ArgumentNullException(nameof(role));
        Measure = measure;
        Credited = credited;
    }

    /// <summary>The commission rule.</summary>
    public string Rule { get; }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The role that it is earned in.</summary>
    public string Role { get; }

    /// <summary>What the rule is measured on: the usage, or the credited part of it. Ten decimals, half even.</summary>
    public decimal Measure { get; }

    /// <summary>The partner's credited part of the usage. Ten decimals, half even.</summary>
    public decimal Credited { get; }
}
