using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Comparing;

/// <summary>What a commission rule says.</summary>
internal static class CommissionTerms
{
    public static Terms Of(CommissionRule rule)
    {
        var terms = new Terms
        {
            { "for", rule.Roles is null ? "all roles" : rule.RolesText },
            { "paid", rule.OnDeals ? "once when the deal is won" : rule.WindowMonths switch { 1 => "every month", 3 => "every quarter", _ => "every year" } },
            { "measured on", (rule.Credited ? "credited " : "") + (rule.OnDeals ? "amount" : "usage") },
            { "over", rule.OnDeals ? "deal" : rule.PerProduct ? "product" : rule.AcrossCustomers ? "all customers" : "customer" },
            { "in effect", rule.Period.Length == 0 ? "always" : rule.Period },
            { "when", rule.When },
            { "while", rule.While },
        };
        Add(terms, rule.Rating);
        foreach (var accelerator in rule.Accelerators)
            terms.Add($"factor when {ConditionWording.Of(accelerator.When)}", NumberText.Shortest(accelerator.Factor));
        Add(terms, rule.PerResult, rule.OnDeals ? "per deal" : rule.PerProduct ? "per product" : "per customer");
        Add(terms, rule.PerCustomer, "per customer");
        Add(terms, rule.PerPartner, "per partner");
        Add(terms, rule.PerProgram, "per program");
        terms.Add("held", rule.Hold is { } hold ? $"{NumberText.Percent(hold.Rate)} for {NumberText.Shortest(hold.Months)} months" : null);
        terms.Add("because", rule.Because);
        return terms;
    }

    private static void Add(Terms terms, Rating rating)
    {
        terms.Add("rate", rating is FlatRate flat ? NumberText.Percent(flat.RateOfAll) : null);
        terms.Add("amount", rating is FixedAmount amount ? amount.Amount : null);
        terms.Add("steps", rating switch { Graduated => "graduated", Volume => "volume", _ => null });
        foreach (var step in rating.Steps)
            terms.Add("above " + NumberText.Grouped(step.Above), NumberText.Percent(step.Rate) + (step.Plus == 0 ? "" : " plus " + NumberText.Grouped(step.Plus)));
    }

    private static void Add(Terms terms, Limit limit, string per)
    {
        terms.Add("at most " + per, limit.AtMost);
        terms.Add("at least " + per, limit.AtLeast);
    }
}
