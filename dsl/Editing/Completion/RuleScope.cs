using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>What the rule that is being typed may read: its kind decides, and whether it is about deals or usage.</summary>
internal static class RuleScope
{
    /// <summary>The scopes that it could have; several where it does not say yet.</summary>
    public static IReadOnlyList<Scope> Of(IReadOnlyList<Token> rule)
    {
        if (rule.Count == 0)
            return [];
        return rule[0].Text switch
        {
            "credit" => OfCredit(rule),
            "commission" => rule.Any(token => token.Is("once")) ? [Scope.CommissionOnDeals]
                : rule.Any(token => token.Is("every")) ? [Scope.CommissionOnUsage]
                : [Scope.CommissionOnDeals, Scope.CommissionOnUsage],
            "churn" => [Scope.Churn],
            "tier" => [Scope.Tier],
            "clawback" => [Scope.Clawback],
            _ => [],
        };
    }

    private static IReadOnlyList<Scope> OfCredit(IReadOnlyList<Token> rule)
    {
        var deals = Follow(rule, "for", "deals");
        var usage = Follow(rule, "for", "usage") || Follow(rule, "deals", "and");
        return deals && usage ? [Scope.CreditForBoth]
            : deals ? [Scope.CreditForDeals]
            : usage ? [Scope.CreditForUsage]
            : [Scope.CreditForDeals, Scope.CreditForUsage];
    }

    private static bool Follow(IReadOnlyList<Token> rule, string first, string second) =>
        Enumerable.Range(1, rule.Count - 1).Any(i => rule[i].Is(second) && rule[i - 1].Is(first));
}
