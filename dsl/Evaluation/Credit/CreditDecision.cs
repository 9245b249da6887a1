using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Decides which rule credits, in the order that the language fixes: what fits, what is excepted, what is left.</summary>
internal sealed class CreditDecision
{
    private CreditDecision(IReadOnlyList<CreditRule> left, CreditSplit? split, CreditOutcome outcome)
    {
        Left = left;
        Split = split;
        Outcome = outcome;
    }

    /// <summary>The rules that fit and to which none that fits is an exception, by name.</summary>
    public IReadOnlyList<CreditRule> Left { get; }

    /// <summary>What the rules that are left agree on; null for the house and for a conflict.</summary>
    public CreditSplit? Split { get; }

    public CreditOutcome Outcome { get; }

    public CreditRule? Rule => Split is null ? null : Left[0];

    /// <summary>Decides one case; the rules come by name.</summary>
    public static CreditDecision Decide(
        IReadOnlyList<CreditRule> rules, bool deal, Facts facts, Roster roster, RegistrationFacts? registration)
    {
        var fitting = new List<CreditRule>();
        foreach (var rule in rules)
        {
            if (rule.Fits(deal, facts))
                fitting.Add(rule);
        }
        var left = fitting.Count < 2 ? fitting : fitting.FindAll(rule => !fitting.Any(rule.Exceptions.Contains));
        if (left.Count == 0)
            return new CreditDecision(left, null, CreditOutcome.House);

        var split = left[0].Action.Divide(facts, roster, registration);
        for (var i = 1; i < left.Count; i++)
        {
            if (!split.IsSameAs(left[i].Action.Divide(facts, roster, registration)))
                return new CreditDecision(left, null, CreditOutcome.Conflict);
        }
        return new CreditDecision(left, split, split.Refusal is null ? CreditOutcome.Credited : CreditOutcome.Refused);
    }

    /// <summary>The decision in percent and money. Money is divided by largest remainder; the house comes last among equals.</summary>
    /// <param name="whole">What is divided, in whole minor units.</param>
    /// <param name="digits">Decimals of the minor unit.</param>
    public CreditResult Result(decimal whole, int digits)
    {
        var portions = Split?.Portions ?? [];
        Rational[] weights = [.. portions.Select(portion => portion.Part), Split?.House ?? Rational.One];
        var percents = LargestRemainder.Divide(100m, PercentDigits, weights);
        var amounts = LargestRemainder.Divide(whole, digits, weights);
        var shares = portions.Select((portion, i) =>
            new Share(portion.PartnerKey, portion.Role, percents[i], amounts[i], portion.Reason)).ToArray();
        return new CreditResult(
            Outcome, Rule?.Name, shares, percents[portions.Count], amounts[portions.Count], Sentences.Credit(this));
    }

    /// <summary>Digits after the point of a share in percent.</summary>
    public const int PercentDigits = 10;
}
