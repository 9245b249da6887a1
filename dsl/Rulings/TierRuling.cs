using System;

namespace CrmAddon.Rules;

/// <summary>The tier that a partner has earned by one month.</summary>
public sealed class TierRuling : Ruling
{
    internal TierRuling(string programHash, Month month, string? tier, Func<Finding> derivation)
        : base(programHash, derivation)
    {
        Month = month;
        Tier = tier;
    }

    /// <summary>The judged month.</summary>
    public Month Month { get; }

    /// <summary>The tier as a choice of <c>partner.tier</c>, such as <c>gold</c>; the highest of those whose conditions hold;
    /// null where none holds.</summary>
    public string? Tier { get; }
}
