using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// Decides which rule credits, in the order that the language fixes: what fits, what is excepted, what is left. Reused from case
/// to case.
/// </summary>
internal sealed class CreditDecision : IReason
{
    /// <summary>Digits after the point of a share in percent.</summary>
    public const int PercentDigits = 10;

    private readonly RuleRow fitting = new();
    private readonly RuleRow left = new();
    private CreditSplit? split;
    private CreditSplit? other;
    private Rational[] weights = [];

    /// <summary>The rules that fit and to which none that fits is an exception, by name.</summary>
    public IReadOnlyList<CreditRule> Left => left.Rules;

    /// <summary>What the rules that are left agree on; null for the house and for a conflict.</summary>
    public CreditSplit? Split { get; private set; }

    public CreditOutcome Outcome { get; private set; }

    public CreditRule? Rule => Split is null ? null : left[0];

    /// <summary>Whether the shares are those that a person has set on the deal.</summary>
    public bool UsesOwnShares { get; private set; }

    /// <summary>How many partners are credited, each in one role.</summary>
    public int Count => Split?.Count ?? 0;

    /// <summary>Decides one case; the rules come by name.</summary>
    public void Decide(
        CreditRule[] rules, bool deal, Facts facts, Roster roster, in Registrant registrant, OwnShares? own = null)
    {
        UsesOwnShares = false;
        fitting.Clear();
        left.Clear();
        Split = null;
        foreach (var rule in rules)
        {
            if (rule.Fits(deal, facts))
                fitting.Add(rule);
        }
        for (var i = 0; i < fitting.Count; i++)
        {
            if (fitting.Count == 1 || fitting[i].FirstExceptionAmong(fitting) is null)
                left.Add(fitting[i]);
        }
        Outcome = left.Count == 0 ? CreditOutcome.House : Agree(facts, roster, registrant, own);
    }

    /// <summary>The exception that applies in place of a rule that fits; null where none does.</summary>
    public CreditRule? ExceptionTo(CreditRule rule) => rule.FirstExceptionAmong(left);

    private CreditOutcome Agree(Facts facts, Roster roster, in Registrant registrant, OwnShares? own)
    {
        split ??= new CreditSplit(left[0].Action);
        left[0].Action.Divide(facts, roster, registrant, split);
        for (var i = 1; i < left.Count; i++)
        {
            other ??= new CreditSplit(left[i].Action);
            left[i].Action.Divide(facts, roster, registrant, other);
            if (!split.IsSameAs(other))
                return CreditOutcome.Conflict;
        }
        Split = split;
        if (own is not null && left[0].AllowsOwnShares)
        {
            new SharesOfOwn(own).Divide(facts, roster, registrant, split);
            UsesOwnShares = true;
        }
        return split.Refusal is null ? CreditOutcome.Credited : CreditOutcome.Refused;
    }

    /// <summary>Divides money by largest remainder: the partners' parts in their order, then the house's.</summary>
    /// <param name="whole">What is divided, in whole minor units.</param>
    /// <param name="digits">Decimals of the minor unit.</param>
    /// <param name="parts">Where the parts go; made larger where it must be.</param>
    public void Divide(decimal whole, int digits, ref decimal[] parts)
    {
        if (weights.Length <= Count)
            weights = new Rational[Count + 4];
        for (var i = 0; i < Count; i++)
            weights[i] = Split![i].Part;
        weights[Count] = Split?.House ?? Rational.One;
        if (parts.Length < 2 * weights.Length)
            parts = new decimal[2 * weights.Length];
        LargestRemainder.Divide(whole, digits, weights, Count + 1, parts);
    }

    /// <summary>The decision in percent and money.</summary>
    public CreditResult Result(decimal[] percents, decimal[] amounts)
    {
        var shares = Count == 0 ? [] : new Share[Count];
        for (var i = 0; i < shares.Length; i++)
        {
            var portion = Split![i];
            shares[i] = new Share(portion.PartnerKey, portion.Role, percents[i], amounts[i], portion.Reason());
        }
        return new CreditResult(
            Outcome, Rule?.Name, shares, percents[Count], amounts[Count], Reason(), UsesOwnShares && Outcome == CreditOutcome.Credited);
    }

    public Finding Reason() => Reasons.Credit(this);
}
