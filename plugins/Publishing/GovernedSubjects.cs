using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Deals;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Publishing;

/// <summary>Finds what a program's rules for the months from one on decide: deals, won or not yet, and months with usage.</summary>
internal sealed class GovernedSubjects(IOrganizationService service, DateTime now)
{
    /// <summary>The deals, then the customers' months, those of one customer in their order.</summary>
    public IEnumerable<GovernedSubject> From(Guid program, Month month) => Deals(month).Concat(Months(program, month));

    private IEnumerable<GovernedSubject> Deals(Month month)
    {
        var query = Queries.From(Opportunity.Table, Opportunity.State, Opportunity.ActualClose, Opportunity.EstimatedClose)
            .Where(Opportunity.State, ConditionOperator.NotEqual, Opportunity.StateOf.Lost);
        var dated = query.Criteria.AddFilter(LogicalOperator.Or);
        dated.AddCondition(Opportunity.ActualClose, ConditionOperator.GreaterEqual, month.FirstDay);
        dated.AddCondition(Opportunity.EstimatedClose, ConditionOperator.GreaterEqual, month.FirstDay);
        dated.AddCondition(Opportunity.EstimatedClose, ConditionOperator.Null);
        return service.All(query)
            .Select(row => new GovernedSubject(IsDeal: true, row.Id, Month.Of(Deal.BusinessDate(row, now))))
            .Where(deal => deal.Month >= month);
    }

    // A month whose usage was removed has a work item and may have an entry; usage that is older than the program has no work item.
    private IEnumerable<GovernedSubject> Months(Guid program, Month month)
    {
        var asked = Queries.From(WorkItem.Table, WorkItem.Customer, WorkItem.Month)
            .Where(WorkItem.Program, program)
            .Where(WorkItem.Kind, WorkItem.KindOf.JudgeUsage)
            .Where(WorkItem.Month, ConditionOperator.GreaterEqual, month.FirstDay);
        var used = Queries.From(UsageRow.Table, UsageRow.Customer, UsageRow.ChargeMonth)
            .Where(UsageRow.ChargeMonth, ConditionOperator.GreaterEqual, month.FirstDay);
        used.Distinct = true;
        used.AddOrder(UsageRow.Customer, OrderType.Ascending);
        used.AddOrder(UsageRow.ChargeMonth, OrderType.Ascending);
        return service.All(asked).Select(row => Usage(row, WorkItem.Customer, WorkItem.Month))
            .Concat(service.All(used).Select(row => Usage(row, UsageRow.Customer, UsageRow.ChargeMonth)))
            .Distinct()
            .OrderBy(usage => usage.Row)
            .ThenBy(usage => usage.Month);
    }

    private static GovernedSubject Usage(Entity row, string customer, string month) =>
        new(IsDeal: false, row.Lookup(customer)!.Value, row.Month(month)!.Value);
}
