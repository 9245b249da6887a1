using System;
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
        init => roles = value is null ? null : [.. value];
    }

    /// <summary>Once when the deal is won; otherwise every month on usage.</summary>
    public required bool OnDeals { get; init; }

    /// <summary>Measured after the partner's share; otherwise the whole is rated and the share taken afterwards.</summary>
    public required bool Credited { get; init; }

    public required Condition? When { get; init; }

    public required Condition? While { get; init; }

    public required EffectivePeriod Effective { get; init; }

    public required Rating Rating { get; init; }

    public required IReadOnlyList<Accelerator> Accelerators
    {
        get => accelerators;
        init => accelerators = [.. value];
    }

    public required decimal? AtMost { get; init; }

    public required decimal? AtLeast { get; init; }

    public required decimal? AtMostPerPartner { get; init; }

    public required decimal? AtLeastPerPartner { get; init; }

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
            if (string.Equals(earning, role, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>
    /// What one partner's credit earns. The order is fixed: measure, steps, accelerators, cap and floor, share, rounding, hold.
    /// </summary>
    /// <param name="whole">The amount of the deal, or the usage.</param>
    /// <param name="credited">The partner's part of it.</param>
    /// <param name="part">The partner's share, a fraction of one.</param>
    /// <param name="facts">What the accelerators' conditions read.</param>
    /// <param name="rounding">The program's.</param>
    /// <param name="trace">Where the steps are written; null when only the amount is wanted.</param>
    public decimal Earn(Rational whole, Rational credited, Rational part, Facts facts, Rounding rounding, Trace? trace)
    {
        var measure = Credited ? credited : whole;
        trace?.Measure(this, whole, part, measure);
        var earned = Rating.Rate(measure, trace);
        foreach (var accelerator in accelerators)
        {
            var applies = accelerator.When.Holds(facts);
            if (applies)
                earned *= accelerator.Factor;
            trace?.Accelerator(accelerator, applies, earned, facts);
        }
        earned = Limit(earned, trace);
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

    private Rational Limit(Rational earned, Trace? trace)
    {
        if (AtMost is { } most && earned > most)
        {
            trace?.Cap(most, earned);
            earned = most;
        }
        if (AtLeast is { } least && earned < least)
        {
            trace?.Floor(least, earned);
            earned = least;
        }
        return earned;
    }
}
