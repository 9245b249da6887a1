using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A bound credit rule.</summary>
internal sealed class CreditRule
{
    private CreditRule[] exceptions = [];

    public required string Name { get; init; }

    public required TextRange Range { get; init; }

    public required bool ForDeals { get; init; }

    public required bool ForUsage { get; init; }

    public required Condition? When { get; init; }

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

    public required CreditAction Action { get; init; }

    public required string? Because { get; init; }

    /// <summary>Whether a person may set a deal's own shares in place of the rule's.</summary>
    public required bool AllowsOwnShares { get; init; }

    /// <summary>The rules that it says it is an exception to.</summary>
    public required IReadOnlyList<Syntax.Named> Bases { get; init; }

    /// <summary>The rules that are, directly or by nesting, an exception to this one.</summary>
    public IReadOnlyList<CreditRule> Exceptions
    {
        get => exceptions;
        set => exceptions = [.. value];
    }

    public bool IsFor(bool deal) => deal ? ForDeals : ForUsage;

    public bool Fits(bool deal, Facts facts) =>
        IsFor(deal) && Effective.Holds(facts.BusinessDate) && (When is null || When.Holds(facts));

    public CreditRule? FirstExceptionAmong(RuleRow rules)
    {
        foreach (var exception in exceptions)
        {
            if (rules.Contains(exception))
                return exception;
        }
        return null;
    }
}
