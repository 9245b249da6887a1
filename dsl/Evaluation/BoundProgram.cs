using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A program after binding: what the checker's later passes look at and what judges.</summary>
internal sealed class BoundProgram
{
    public required string Name { get; init; }

    public required string Currency { get; init; }

    public required string Hash { get; init; }

    public required Rounding Rounding { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    /// <summary>By name, so that the order of the text changes nothing.</summary>
    public required IReadOnlyList<CreditRule> Credits { get; init; }

    /// <summary>By name, so that the order of the text changes nothing.</summary>
    public required IReadOnlyList<CommissionRule> Commissions { get; init; }

    /// <summary>When a customer has left; null when the program does not say, then the customer's status decides.</summary>
    public required Condition? Churn { get; init; }

    /// <summary>The field of the customer's status.</summary>
    public required FieldSlot Status { get; init; }

    public required RegistrationTerms? Registration { get; init; }

    public required IReadOnlyList<FieldSlot> Slots { get; init; }

    public required FactsReader Reader { get; init; }
}
