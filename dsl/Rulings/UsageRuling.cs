using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>Who is credited with a customer's usage of one month, and what that earns.</summary>
public sealed class UsageRuling : Ruling
{
    internal UsageRuling(
        string programHash, Month month, CreditResult credit, IReadOnlyList<Earning> earnings, IReadOnlyList<Measured> measures,
        bool active, Func<Finding> derivation)
        : base(programHash, derivation)
    {
        Month = month;
        Credit = credit;
        Earnings = earnings;
        Measures = measures;
        CustomerIsActive = active;
    }

    /// <summary>The judged month.</summary>
    public Month Month { get; }

    /// <summary>Who is credited. Amounts divide the month's usage after rounding it to minor units; what is earned is
    /// computed from the unrounded usage.</summary>
    public CreditResult Credit { get; }

    /// <summary>What is earned, by rule, partner and product; a rule that applied and came to nothing stands here with zero.</summary>
    public IReadOnlyList<Earning> Earnings { get; }

    /// <summary>What the month measures for commissions across customers, by rule, then partner; it earns nothing by itself.</summary>
    public IReadOnlyList<Measured> Measures { get; }

    /// <summary>Whether the program's churn rule finds the customer active in that month.</summary>
    public bool CustomerIsActive { get; }
}
