using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Deals;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Impact;

/// <summary>The deals of a period, won or open, that have a day, in three queries and their further pages.</summary>
internal sealed class PeriodDeals(IOrganizationService service, ImpactPeriod period)
{
    public (IReadOnlyList<Deal> Deals, bool HasMore) Load()
    {
        var query = DealLoader.Deals();
        Restrict(query.Criteria);
        query.AddOrder(Opportunity.Id, OrderType.Ascending);
        var (rows, hasMore) = service.AtMost(query);
        var roster = OfDeals(DealLoader.Roster(), DealPartner.Opportunity).ToLookup(row => row.Lookup(DealPartner.Opportunity));
        var registrations = OfDeals(DealLoader.Registrations(), DealRegistration.Opportunity).ToLookup(row => row.Lookup(DealRegistration.Opportunity));
        return (rows
            .Select(row => new Deal { Row = row, Roster = roster[row.Id].ToList(), Registrations = registrations[row.Id].ToList() })
            .Where(deal => period.Holds(Month.Of(deal.BusinessDate(default))))
            .ToList(), hasMore);
    }

    private List<Entity> OfDeals(QueryExpression query, string lookup)
    {
        var deal = query.AddLink(Opportunity.Table, lookup, Opportunity.Id);
        Restrict(deal.LinkCriteria);
        return service.Whole(query);
    }

    // A won deal without its day is dated by the day on which it was expected to close, as everywhere.
    private void Restrict(FilterExpression deals)
    {
        deals.AddCondition(Opportunity.State, ConditionOperator.NotEqual, Opportunity.StateOf.Lost);
        var dated = deals.AddFilter(LogicalOperator.Or);
        foreach (var day in new[] { Opportunity.ActualClose, Opportunity.EstimatedClose })
        {
            var within = dated.AddFilter(LogicalOperator.And);
            within.AddCondition(day, ConditionOperator.GreaterEqual, period.From.FirstDay);
            within.AddCondition(day, ConditionOperator.LessEqual, period.Until.LastDay);
        }
    }
}
