using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Usage;

/// <summary>A customer's month in the rules' own words.</summary>
/// <param name="Case">What the rules are told.</param>
/// <param name="Partners">Rows of the engaged partners, by code.</param>
/// <param name="FieldsBefore">The customer's fields as they were at the end of the month before.</param>
internal sealed record LoadedMonth(
    UsageCase Case, IReadOnlyDictionary<string, Guid> Partners, IReadOnlyDictionary<string, FieldValue> FieldsBefore)
{
    /// <summary>Whether the rules find that the customer was active in the month before.</summary>
    public bool WasActive(RuleProgram rules) =>
        rules.Judge(Case with { Month = Case.Month.AddMonths(-1), Fields = FieldsBefore, Participants = [], Products = new Dictionary<string, decimal>(), Booked = [] })
            .CustomerIsActive;
}

/// <summary>Loads a customer's month in four queries, however much usage and however many partners there are.</summary>
internal sealed class CustomerMonthLoader(IOrganizationService service)
{
    private const string ProductAlias = "product";

    public LoadedMonth Load(RulesInForce rules, CustomerMonth month, IReadOnlyList<BookedLine> booked)
    {
        var customer = service.Retrieve(Account.Table, month.Customer, new ColumnSet(CustomerFacts.Columns));
        var engagements = service.All(EngagedIn(month));
        var usage = UsageRows(rules, month, customer.Text(Account.Name));
        return new LoadedMonth(
            new UsageCase
            {
                CustomerKey = month.Customer.ToString("D"),
                CustomerName = customer.Text(Account.Name),
                Month = month.Month,
                Usage = UsageOf(rules, month, usage),
                Products = ProductsOf(rules, month, usage),
                Booked = booked,
                Fields = CustomerFacts.Of(rules, customer, month.Month),
                Participants = engagements
                    .Select(row => Participants.Of(row, Engagement.Role, Engagement.Weight, Engagement.From))
                    .ToList(),
            },
            engagements
                .GroupBy(row => row.Linked<string>(Participants.PartnerAlias, Partner.Code)!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.First().Lookup(Engagement.Partner)!.Value, StringComparer.Ordinal),
            CustomerFacts.Of(rules, customer, month.Month.AddMonths(-1)));
    }

    private List<Entity> UsageRows(RulesInForce rules, CustomerMonth month, string customer)
    {
        var query = Queries.From(UsageRow.Table, UsageRow.ChargeMonth, UsageRow.Amount, UsageRow.Currency)
            .Where(UsageRow.Customer, month.Customer)
            .Where(UsageRow.ChargeMonth, ConditionOperator.GreaterEqual, Earliest(rules, month).FirstDay)
            .Where(UsageRow.ChargeMonth, ConditionOperator.LessEqual, month.Month.FirstDay);
        if (ReadsProducts(rules))
            query.Outer(UsageRow.Product, Product.Table, Product.Id, ProductAlias, Product.Number);

        var rows = service.All(query);
        if (rows.Any(row => (row.Lookup(UsageRow.Currency) ?? rules.Program.Currency.Id) != rules.Program.Currency.Id))
            throw UsageText.ForeignCurrency(customer, month.Month, rules.Program);

        return rows;
    }

    // A clawback asks whether the customer was active the month before, which looks back one month further.
    private static Month Earliest(RulesInForce rules, CustomerMonth month) => month.Month.AddMonths(
        -rules.Rules.LookbackMonths - ((rules.Rules.Features & ProgramFeatures.Clawbacks) == 0 ? 0 : 1));

    private static bool ReadsProducts(RulesInForce rules) => (rules.Rules.Features & ProgramFeatures.Products) != 0;

    private static Dictionary<string, decimal> ProductsOf(RulesInForce rules, CustomerMonth month, IEnumerable<Entity> rows) =>
        !ReadsProducts(rules) ? new Dictionary<string, decimal>() : rows
            .Where(row => row.Month(UsageRow.ChargeMonth) == month.Month)
            .GroupBy(row => row.Linked<string>(ProductAlias, Product.Number) ?? "", StringComparer.Ordinal)
            .ToDictionary(product => product.Key, product => product.Sum(AmountOf), StringComparer.Ordinal);

    private static decimal AmountOf(Entity row) => row.GetAttributeValue<decimal?>(UsageRow.Amount) ?? 0m;

    // Growth is unknown before a customer's first month ever, which may lie before the months that are read.
    private UsageHistory UsageOf(RulesInForce rules, CustomerMonth month, IEnumerable<Entity> rows)
    {
        var amounts = rows
            .Select(row => new KeyValuePair<Month, decimal>(row.Month(UsageRow.ChargeMonth)!.Value, AmountOf(row)))
            .ToList();
        if (FirstMonthEver(month.Customer) is { } first && first < Earliest(rules, month))
            amounts.Add(new KeyValuePair<Month, decimal>(first, 0m));

        return new UsageHistory(amounts);
    }

    private Month? FirstMonthEver(Guid customer)
    {
        var query = Queries.From(UsageRow.Table, UsageRow.ChargeMonth).Where(UsageRow.Customer, customer);
        query.AddOrder(UsageRow.ChargeMonth, OrderType.Ascending);
        return service.First(query)?.Month(UsageRow.ChargeMonth);
    }

    private static QueryExpression EngagedIn(CustomerMonth month)
    {
        var query = Queries
            .From(Engagement.Table, Engagement.Partner, Engagement.Role, Engagement.Weight, Engagement.From, "createdon")
            .Where(Engagement.State, Engagement.StateOf.Active)
            .Where(Engagement.Customer, month.Customer)
            .Where(Engagement.From, ConditionOperator.LessEqual, month.Month.LastDay)
            .WithPartner(Engagement.Partner);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(Engagement.Until, ConditionOperator.Null);
        open.AddCondition(Engagement.Until, ConditionOperator.GreaterEqual, month.Month.FirstDay);
        return query;
    }
}
