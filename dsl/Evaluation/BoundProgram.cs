using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A program after binding: what the checker's later passes look at and what judges.</summary>
internal sealed record BoundProgram
{
    private readonly CreditRule[] dealCredits = [];
    private readonly CreditRule[] usageCredits = [];
    private readonly CommissionRule[] dealCommissions = [];
    private readonly CommissionRule[] usageCommissions = [];

    public required string Name { get; init; }

    public required string Currency { get; init; }

    public required string Hash { get; init; }

    public required Rounding Rounding { get; init; }

    public required FiscalYear FiscalYear { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>By name, so that the order of the text changes nothing.</summary>
    public required IReadOnlyList<CreditRule> Credits
    {
        get;
        init
        {
            field = value;
            dealCredits = [.. value.Where(rule => rule.ForDeals)];
            usageCredits = [.. value.Where(rule => rule.ForUsage)];
        }
    }

    /// <summary>By name, so that the order of the text changes nothing.</summary>
    public required IReadOnlyList<CommissionRule> Commissions
    {
        get;
        init
        {
            field = value;
            dealCommissions = [.. value.Where(rule => rule.OnDeals)];
            usageCommissions = [.. value.Where(rule => !rule.OnDeals)];
        }
    }

    /// <summary>By name, which is the order in which they take back.</summary>
    public required IReadOnlyList<ClawbackRule> Clawbacks { get; init; }

    /// <summary>The highest first.</summary>
    public required IReadOnlyList<TierRule> Tiers { get; init; }

    /// <summary>The fields that the program reads, and those that it adds.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    /// <summary>When a customer has left; null when the program does not say, then the customer's status decides.</summary>
    public required Condition? Churn { get; init; }

    /// <summary>The field of the customer's status.</summary>
    public required FieldSlot Status { get; init; }

    public required RegistrationTerms? Registration { get; init; }

    public required IReadOnlyList<FieldSlot> Slots { get; init; }

    public required FactsReader Reader { get; init; }

    /// <summary>The credit rules for deals, or those for usage, by name.</summary>
    public CreditRule[] CreditsFor(bool deal) => deal ? dealCredits : usageCredits;

    /// <summary>The commissions on deals, or those on usage, by name.</summary>
    public CommissionRule[] CommissionsFor(bool deal) => deal ? dealCommissions : usageCommissions;
}
