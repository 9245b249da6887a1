using System;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Comparing;

/// <summary>What a credit rule says.</summary>
internal static class CreditTerms
{
    public static Terms Of(CreditRule rule)
    {
        var terms = new Terms
        {
            { "for", rule.ForDeals && rule.ForUsage ? "deals and usage" : rule.ForDeals ? "deals" : "usage" },
            { "exception to", rule.Bases.Count == 0 ? null : string.Join(", ", rule.Bases.Select(known => $"\"{known.Text}\"").OrderBy(name => name, StringComparer.Ordinal)) },
            { "in effect", rule.Period.Length == 0 ? "always" : rule.Period },
            { "when", rule.When },
        };
        Add(terms, rule.Action);
        terms.Add("own shares of a deal", rule.AllowsOwnShares ? "may be set" : null);
        terms.Add("because", rule.Because);
        return terms;
    }

    private static void Add(Terms terms, CreditAction action)
    {
        if (action is AllToPartner all)
        {
            terms.Add("all to", all.Target!.Path + (all.AsRole is { } role ? " as " + role : ""));
            terms.Add("share of the house", all.Kept == 0 ? null : NumberText.Percent(all.Kept));
        }
        if (action is not SharesByRole shares)
            return;
        foreach (var (role, rate) in shares.Shares.OrderBy(share => share.Role, StringComparer.Ordinal))
            terms.Add("share of " + role, NumberText.Percent(rate));
        var house = 1 - shares.Shares.Sum(share => share.Rate);
        terms.Add("share of the house", house == 0 ? null : NumberText.Percent(house));
        terms.Add("empty role", shares.Empty switch
        {
            EmptyRole.SharedAmongTheOthers => "shared among the others",
            EmptyRole.GivenToRole => "given to " + shares.Heir,
            EmptyRole.Refused => "refused",
            _ => "left with the house",
        });
        terms.Add("several in a role", shares.Several switch
        {
            SeveralInRole.ByWeight => "by weight",
            SeveralInRole.ToTheFirstEngaged => "to the first engaged",
            SeveralInRole.Refused => "refused",
            _ => "equally",
        });
    }
}
