using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Usage;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Impact;

/// <summary>A customer with its usage and engagements, as far as a period needs them.</summary>
/// <param name="Id">Row of the customer.</param>
/// <param name="Row">Its columns.</param>
/// <param name="Months">The months with usage that are judged, in their order.</param>
/// <param name="Usage">The usage of these months and of those before that rules look back on.</param>
/// <param name="Products">Usage by month and product number.</param>
/// <param name="Engagements">The engagements with their partners.</param>
internal sealed record PeriodCustomer(
    Guid Id, Entity Row, IReadOnlyList<Month> Months, UsageHistory Usage, ILookup<Month, KeyValuePair<string, decimal>> Products,
    IReadOnlyList<Entity> Engagements)
{
    /// <summary>One of its months in the rules' own words, with nothing booked before.</summary>
    public UsageCase Case(RulesInForce rules, Month month) => new()
    {
        CustomerKey = Id.ToString("D"),
        CustomerName = Row.Text(Account.Name),
        Month = month,
        Usage = Usage,
        Products = Products[month].GroupBy(product => product.Key, StringComparer.Ordinal)
            .ToDictionary(product => product.Key, product => product.Sum(amount => amount.Value), StringComparer.Ordinal),
        Fields = CustomerFacts.Of(rules, Row, month),
        Participants = Engagements
            .Where(row => row.Date(Engagement.From) <= month.LastDay && !(row.Date(Engagement.Until) < month.FirstDay))
            .Select(row => Participants.Of(row, Engagement.Role, Engagement.Weight, Engagement.From))
            .ToList(),
    };
}

/// <summary>The customers with usage in a period, in three queries and their further pages, however many there are.</summary>
/// <param name="service">The service.</param>
/// <param name="rules">The rules, for the program and its currency.</param>
/// <param name="from">The first month that is judged.</param>
/// <param name="until">The last.</param>
/// <param name="lookback">How many months before the first one rules look back.</param>
internal sealed class PeriodUsage(IOrganizationService service, RulesInForce rules, Month from, Month until, int lookback)
{
    private const string CustomerAlias = "customer";
    private const string ProductAlias = "product";

    private readonly Month _earliest = from.AddMonths(-lookback);

    public (IReadOnlyList<PeriodCustomer> Customers, bool HasMore) Load()
    {
        var (rows, hasMore) = service.AtMost(UsageRows());
        var customers = rows.GroupBy(row => row.Lookup(UsageRow.Customer)!.Value).ToList();
        if (hasMore && customers.Count > 0)
            // Perhaps not all of its rows came.
            customers.RemoveAt(customers.Count - 1);

        var engagements = service.Whole(Engagements()).ToLookup(row => row.Lookup(Engagement.Customer)!.Value);
        var older = new HashSet<Guid>(service.Whole(CustomersBefore()).Select(row => row.Lookup(UsageRow.Customer)!.Value));
        return (customers.Select(customer => Customer(customer.Key, customer.ToList(), engagements[customer.Key].ToList(), older.Contains(customer.Key))).ToList(), hasMore);
    }

    private PeriodCustomer Customer(Guid id, List<Entity> rows, List<Entity> engagements, bool isOlder)
    {
        var customer = rows[0].Linked(CustomerAlias);
        if (rows.FirstOrDefault(row => (row.Lookup(UsageRow.Currency) ?? rules.Program.Currency.Id) != rules.Program.Currency.Id) is { } foreign)
            throw UsageText.ForeignCurrency(customer.Text(Account.Name), MonthOf(foreign), rules.Program);

        var amounts = rows.Select(row => new KeyValuePair<Month, decimal>(MonthOf(row), AmountOf(row)));
        // Growth is unknown before a customer's first month ever. Where that lies before the months that are read, a month without
        // usage says that there was one.
        if (isOlder)
            amounts = amounts.Concat([new KeyValuePair<Month, decimal>(_earliest.AddMonths(-1), 0m)]);
        return new PeriodCustomer(
            id, customer, rows.Select(MonthOf).Where(month => month >= from).Distinct().OrderBy(month => month).ToList(), new UsageHistory(amounts),
            rows.ToLookup(MonthOf, row => new KeyValuePair<string, decimal>(row.Linked<string>(ProductAlias, Product.Number) ?? "", AmountOf(row))),
            engagements);
    }

    private QueryExpression UsageRows()
    {
        var query = Queries.From(UsageRow.Table, UsageRow.Customer, UsageRow.ChargeMonth, UsageRow.Amount, UsageRow.Currency)
            .Where(UsageRow.ChargeMonth, ConditionOperator.GreaterEqual, _earliest.FirstDay)
            .Where(UsageRow.ChargeMonth, ConditionOperator.LessEqual, until.FirstDay);
        query.Outer(UsageRow.Customer, Account.Table, Account.Id, CustomerAlias, CustomerFacts.Columns);
        query.Outer(UsageRow.Product, Product.Table, Product.Id, ProductAlias, Product.Number);
        query.AddOrder(UsageRow.Customer, OrderType.Ascending);
        query.AddOrder(UsageRow.Id, OrderType.Ascending);
        return query;
    }

    private QueryExpression CustomersBefore()
    {
        var query = Queries.From(UsageRow.Table, UsageRow.Customer).Where(UsageRow.ChargeMonth, ConditionOperator.LessThan, _earliest.FirstDay);
        query.Distinct = true;
        query.AddOrder(UsageRow.Customer, OrderType.Ascending);
        return query;
    }

    private QueryExpression Engagements()
    {
        var query = Queries
            .From(Engagement.Table, Engagement.Customer, Engagement.Partner, Engagement.Role, Engagement.Weight, Engagement.From, Engagement.Until, "createdon")
            .Where(Engagement.State, Engagement.StateOf.Active)
            .Where(Engagement.From, ConditionOperator.LessEqual, until.LastDay)
            .WithPartner(Engagement.Partner);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(Engagement.Until, ConditionOperator.Null);
        open.AddCondition(Engagement.Until, ConditionOperator.GreaterEqual, from.FirstDay);
        query.AddOrder(Engagement.Id, OrderType.Ascending);
        return query;
    }

    private static Month MonthOf(Entity row) => row.Month(UsageRow.ChargeMonth)!.Value;

    private static decimal AmountOf(Entity row) => row.GetAttributeValue<decimal?>(UsageRow.Amount) ?? 0m;
}
