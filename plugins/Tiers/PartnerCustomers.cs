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

namespace CrmAddon.Plugins.Tiers;

/// <summary>
/// Loads the customers with whom a partner was ever engaged, and as much of their usage as tiers look back on, in three queries,
/// however many customers there are.
/// </summary>
internal sealed class PartnerCustomers(IOrganizationService service)
{
    private const string CustomerAlias = "customer";

    public IReadOnlyList<EngagedCustomer> Load(RulesInForce rules, Guid partner, Month month)
    {
        // Whether a customer was active in the first month that a tier reads is itself found by looking back.
        var earliest = month.AddMonths(-rules.Rules.TierLookbackMonths - rules.Rules.LookbackMonths);
        var usage = service.All(UsageSince(earliest, partner, month)).ToLookup(row => row.Lookup(UsageRow.Customer)!.Value);
        var older = new HashSet<Guid>(service.All(CustomersBefore(earliest, partner, month)).Select(row => row.Lookup(UsageRow.Customer)!.Value));
        return service.All(EngagementsOf(partner, month))
            .GroupBy(row => row.Lookup(Engagement.Customer)!.Value)
            .OrderBy(customer => customer.Key)
            .Select(customer => new EngagedCustomer(
                customer.Key,
                customer.First().Linked(CustomerAlias),
                customer.Select(row => (row.Month(Engagement.From)!.Value, row.Month(Engagement.Until))).ToList(),
                AmountsOf(rules, month, customer.First().Linked<string>(CustomerAlias, Account.Name) ?? "", usage[customer.Key], older.Contains(customer.Key) ? earliest : null)))
            .ToList();
    }

    // Growth is unknown before a customer's first month ever. Where that lies before the months that are read, a month without usage
    // says that there was one.
    private static List<KeyValuePair<Month, decimal>> AmountsOf(
        RulesInForce rules, Month month, string customer, IEnumerable<Entity> rows, Month? earliest)
    {
        var amounts = new List<KeyValuePair<Month, decimal>>();
        foreach (var row in rows)
        {
            if ((row.Lookup(UsageRow.Currency) ?? rules.Program.Currency.Id) != rules.Program.Currency.Id)
                throw UsageText.ForeignCurrency(customer, month, rules.Program);
            amounts.Add(new KeyValuePair<Month, decimal>(
                row.Month(UsageRow.ChargeMonth)!.Value, row.GetAttributeValue<decimal?>(UsageRow.Amount) ?? 0m));
        }

        if (earliest is { } first)
            amounts.Add(new KeyValuePair<Month, decimal>(first.AddMonths(-1), 0m));
        return amounts;
    }

    private static QueryExpression EngagementsOf(Guid partner, Month month)
    {
        var query = Queries.From(Engagement.Table, Engagement.Customer, Engagement.From, Engagement.Until)
            .Where(Engagement.State, Engagement.StateOf.Active)
            .Where(Engagement.Partner, partner)
            .Where(Engagement.From, ConditionOperator.LessEqual, month.LastDay);
        query.Outer(Engagement.Customer, Account.Table, Account.Id, CustomerAlias, CustomerFacts.Columns);
        return query;
    }

    private static QueryExpression UsageSince(Month earliest, Guid partner, Month month)
    {
        var query = Queries
            .From(UsageRow.Table, UsageRow.Id, UsageRow.Customer, UsageRow.ChargeMonth, UsageRow.Amount, UsageRow.Currency)
            .Where(UsageRow.ChargeMonth, ConditionOperator.GreaterEqual, earliest.FirstDay)
            .Where(UsageRow.ChargeMonth, ConditionOperator.LessEqual, month.FirstDay);
        query.AddOrder(UsageRow.Id, OrderType.Ascending);
        return OfCustomersOf(query, partner, month);
    }

    private static QueryExpression CustomersBefore(Month earliest, Guid partner, Month month)
    {
        var query = Queries.From(UsageRow.Table, UsageRow.Customer).Where(UsageRow.ChargeMonth, ConditionOperator.LessThan, earliest.FirstDay);
        query.AddOrder(UsageRow.Customer, OrderType.Ascending);
        return OfCustomersOf(query, partner, month);
    }

    // A partner may be engaged with one customer several times; each row of usage counts once.
    private static QueryExpression OfCustomersOf(QueryExpression usage, Guid partner, Month month)
    {
        var engaged = usage.AddLink(Engagement.Table, UsageRow.Customer, Engagement.Customer);
        engaged.LinkCriteria.AddCondition(Engagement.State, ConditionOperator.Equal, Engagement.StateOf.Active);
        engaged.LinkCriteria.AddCondition(Engagement.Partner, ConditionOperator.Equal, partner);
        engaged.LinkCriteria.AddCondition(Engagement.From, ConditionOperator.LessEqual, month.LastDay);
        usage.Distinct = true;
        return usage;
    }
}
