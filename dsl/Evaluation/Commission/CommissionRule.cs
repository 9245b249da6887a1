using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A bound commission rule.</summary>
internal sealed class CommissionRule
{
    private readonly string[]? roles;
    private readonly Accelerator[] accelerators = [];

    public required string Name { get; init; }

    public required TextRange Range { get; init; }

    /// <summary>The roles that earn; null for all.</summary>
    public required IReadOnlyList<string>? Roles
    {
        get => roles;
        init
        {
            roles = value is null ? null : [.. value];
            RolesText = roles is null ? "" : string.Join(", ", roles);
        }
    }

    /// <summary>The roles in words; nothing for all.</summary>
    public string RolesText { get; private set; } = "";

    /// <summary>Once when the deal is won; otherwise every month on usage.</summary>
    public required bool OnDeals { get; init; }

    /// <summary>Measured after the partner's share; otherwise the whole is rated and the share taken afterwards.</summary>
    public required bool Credited { get; init; }

    public required Condition? When { get; init; }

    public required Condition? While { get; init; }

    public required EffectivePeriod Effective
    {
        get;
        init
        {
            field = value;
            Period = value.ToString();
        }
    }

    /// <summary>The effective dates in words.</summary>
    public string Period { get; private set; } = "";

    public required Rating Rating { get; init; }

    public required IReadOnlyList<Accelerator> Accelerators
    {
        get => accelerators;
        init => accelerators = [.. value];
    }

    /// <summary>How many months a window has: 1, 3 or 12.</summary>
    public required int WindowMonths { get; init; }

    /// <summary>Each product is a result of its own.</summary>
    public required bool PerProduct { get; init; }

    /// <summary>All of a partner's customers are one result, which is divided over them afterwards.</summary>
    public required bool AcrossCustomers { get; init; }

    /// <summary>Whether there is more to its month than a measure and a result: products, or earlier months of a window.</summary>
    public bool IsAccrued => !AcrossCustomers && (PerProduct || WindowMonths > 1);

    /// <summary>The limit on one result.</summary>
    public required Limit PerResult { get; init; }

    /// <summary>The limit on a customer's products together, of a rule per product.</summary>
    public required Limit PerCustomer { get; init; }

    /// <summary>The limit on what one partner gets in a window.</summary>
    public required Limit PerPartner { get; init; }

    /// <summary>The limit on what all partners get in a window.</summary>
    public required Limit PerProgram { get; init; }

    public required Hold? Hold { get; init; }

    public required string? Because { get; init; }

    public IEnumerable<Condition> Conditions =>
        new[] { When, While }.Concat(Accelerators.Select(accelerator => accelerator.When)).Where(one => one is not null)!;

    public bool EarnsIn(string role)
    {
        if (roles is null)
            return true;
        foreach (var earning in roles)
        {
            if (earning == role)
                return true;
        }
        return false;
    }

    /// <summary>
    /// What a measure earns one partner. The order is fixed: steps, accelerators, cap and floor, share, rounding.
    /// </summary>
    /// <param name="measure">What the rule is measured on: the whole, or the credited part of it.</param>
    /// <param name="part">The partner's share, a fraction of one, which is taken afterwards where the whole is measured.</param>
    /// <param name="facts">What the accelerators' conditions read.</param>
    /// <param name="rounding">The program's.</param>
    /// <param name="trace">Where the steps are written; null when only the amount is wanted.</param>
    public decimal Earn(in Rational measure, in Rational part, Facts facts, Rounding rounding, Trace? trace)
    {
        var earned = Rating.Rate(measure, trace);
        foreach (var accelerator in accelerators)
        {
            var applies = accelerator.When.Holds(facts);
            if (applies)
                earned *= accelerator.Factor;
            trace?.Accelerator(accelerator, applies, earned, facts);
        }
        if (!PerResult.IsNone)
            earned = Limited(earned, trace);
        if (!Credited)
        {
            earned *= part;
            trace?.ShareTaken(part, earned);
        }
        var amount = rounding.Round(earned);
        trace?.Rounding(rounding, earned, amount);
        return amount;
    }

    /// <summary>The part of an earned amount that is held back; the payable part is served first when a unit is left over.</summary>
    public decimal Held(decimal amount, int digits) => Hold is null
        ? 0
        : LargestRemainder.Second(amount, digits, Hold.Rate);

    private Rational Limited(Rational earned, Trace? trace)
    {
        if (PerResult.AtMost is { } most && earned > most)
        {
            trace?.Cap(most, earned);
            earned = most;
        }
        if (PerResult.AtLeast is { } least && earned < least)
        {
            trace?.Floor(least, earned);
            earned = least;
        }
        return earned;
    }
}
