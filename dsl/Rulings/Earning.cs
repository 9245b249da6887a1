using System;

namespace CrmAddon.Rules;

/// <summary>What one rule earns one partner in one role from one deal or one customer's month.</summary>
public sealed class Earning
{
    private readonly Lazy<Finding> derivation;

    internal Earning(
        string rule, string partnerKey, string role, decimal amount, decimal held, int holdMonths,
        decimal? partnerCap, decimal? partnerFloor, Func<Finding> derivation)
    {
        Rule = rule;
        PartnerKey = partnerKey;
        Role = role;
        Amount = amount;
        Held = held;
        HoldMonths = holdMonths;
        PartnerCap = partnerCap;
        PartnerFloor = partnerFloor;
        this.derivation = new Lazy<Finding>(derivation);
    }

    /// <summary>The commission rule.</summary>
    public string Rule { get; }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The role the partner earns it in.</summary>
    public string Role { get; }

    /// <summary>The whole, held part included, rounded once to the currency's minor unit as the program's header says.</summary>
    public decimal Amount { get; }

    /// <summary>The part of <see cref="Amount"/> that is held back, in whole minor units; the rest is payable.</summary>
    public decimal Held { get; }

    /// <summary>How many months the held part is held; 0 when nothing is.</summary>
    public int HoldMonths { get; }

    /// <summary>What the rule pays this partner at most in a month; apply it with <see cref="RuleProgram.ApplyPartnerCap"/>.</summary>
    public decimal? PartnerCap { get; }

    /// <summary>What the rule pays this partner at least in a month in which it earns anything.</summary>
    public decimal? PartnerFloor { get; }

    /// <summary>How the amount came about, step by step.</summary>
    public Finding Derivation => derivation.Value;
}
