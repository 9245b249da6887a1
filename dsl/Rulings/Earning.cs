using System;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>What one rule earns one partner in one role from one deal or one customer's month.</summary>
public sealed class Earning
{
    private readonly Lazy<Finding> derivation;

    internal Earning(CommissionRule rule, Func<Finding> derivation)
    {
        this.derivation = new Lazy<Finding>(derivation);
        Rule = rule.Name;
        HoldMonths = rule.Hold?.Months ?? 0;
        WindowMonths = rule.WindowMonths;
        PartnerCap = rule.PerPartner.AtMost;
        PartnerFloor = rule.PerPartner.AtLeast;
        ProgramCap = rule.PerProgram.AtMost;
        ProgramFloor = rule.PerProgram.AtLeast;
    }

    /// <summary>The commission rule.</summary>
    public string Rule { get; }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; internal init; } = "";

    /// <summary>The role the partner earns it in.</summary>
    public string Role { get; internal init; } = "";

    /// <summary>The product, for a rule per product; empty otherwise and for usage without a product.</summary>
    public string Product { get; internal init; } = "";

    /// <summary>The customer, for a rule across customers; null where the case itself names it.</summary>
    public string? CustomerKey { get; internal init; }

    /// <summary>The first month of the window that it belongs to; null for what is paid once.</summary>
    public Month? Window { get; internal init; }

    /// <summary>How many months its window has: 1, 3 or 12. Only of windows longer than a month anything is carried.</summary>
    public int WindowMonths { get; }

    /// <summary>
    /// What the judged month (or the deal) was measured at, in the program's currency, with ten decimals half even. The sum over
    /// a window's months is what the next month is told as <see cref="BookedLine.Measure"/>.
    /// </summary>
    public decimal Measure { get; internal init; }

    /// <summary>The partner's credited part of it, with ten decimals half even; carried as <see cref="BookedLine.Credited"/>.</summary>
    public decimal Credited { get; internal init; }

    /// <summary>What the window's earlier months had booked, before limits per partner and per program.</summary>
    public decimal Booked { get; internal init; }

    /// <summary>
    /// The whole, held part included, in whole minor units. In a window longer than a month it is the rounded result of the
    /// window so far minus <see cref="Booked"/>, and so may be negative.
    /// </summary>
    public decimal Amount { get; internal init; }

    /// <summary>The part of <see cref="Amount"/> that is held back, in whole minor units; the rest is payable.</summary>
    public decimal Held { get; internal init; }

    /// <summary>How many months the held part is held; 0 when nothing is.</summary>
    public int HoldMonths { get; }

    /// <summary>What the rule pays this partner at most in a window; apply it with <see cref="RuleProgram.ApplyLimits"/>.</summary>
    public decimal? PartnerCap { get; }

    /// <summary>What the rule pays this partner at least in a window in which it earns anything.</summary>
    public decimal? PartnerFloor { get; }

    /// <summary>What the rule pays all partners together at most in a window; apply it with <see cref="RuleProgram.ApplyLimits"/>.</summary>
    public decimal? ProgramCap { get; }

    /// <summary>What the rule pays all partners together at least in a window in which it earns anything.</summary>
    public decimal? ProgramFloor { get; }

    /// <summary>How the amount came about, step by step.</summary>
    public Finding Derivation => derivation.Value;
}
