using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Periods;

/// <summary>Loads what the close of a partner's month needs, in two queries.</summary>
internal sealed class PartnerMonth(IOrganizationService service, Guid program, Guid partner, Month month)
{
    private const string CustomerAlias = "customer";
    private const string DealAlias = "deal";

    /// <summary>
    /// The entries booked in the month, and the earlier ones that it sets free. An entry that came too late for the close of its own
    /// month, because it was being written while that began, is booked in this one.
    /// </summary>
    public IReadOnlyList<BookedEntry> Entries()
    {
        var query = Queries
            .From(Entry.Table, Entry.Status, Entry.Kind, Entry.BookedMonth, Entry.Amount, Entry.IsHold, Entry.ReleaseMonth, Entry.RuleName,
                Entry.EarnedMonth)
            .Where(Entry.Program, program)
            .Where(Entry.Partner, partner);
        var due = query.Criteria.AddFilter(LogicalOperator.Or);
        due.AddCondition(Entry.BookedMonth, ConditionOperator.Equal, month.FirstDay);
        var left = due.AddFilter(LogicalOperator.And);
        left.AddCondition(Entry.State, ConditionOperator.Equal, Entry.StateOf.Provisional);
        left.AddCondition(Entry.BookedMonth, ConditionOperator.LessThan, month.FirstDay);
        var held = due.AddFilter(LogicalOperator.And);
        held.AddCondition(Entry.Status, ConditionOperator.Equal, Entry.StatusOf.Held);
        held.AddCondition(Entry.ReleaseMonth, ConditionOperator.LessEqual, month.FirstDay);
        var released = due.AddFilter(LogicalOperator.And);
        released.AddCondition(Entry.ReleaseMonth, ConditionOperator.Equal, month.FirstDay);
        released.AddCondition(Entry.BookedMonth, ConditionOperator.LessThan, month.FirstDay);
        query.Outer(Entry.Customer, Account.Table, Account.Id, CustomerAlias, Account.Name);
        query.Outer(Entry.Opportunity, Opportunity.Table, Opportunity.Id, DealAlias, Opportunity.Name);
        query.AddOrder(Entry.Key, OrderType.Ascending);
        return service.All(query).Select(Read).ToList();
    }

    /// <summary>The partner's last statement before the month; null if there is none.</summary>
    public Entity? StatementBefore()
    {
        var query = Queries
            .From(StatementRow.Table, StatementRow.Name, StatementRow.Closing, StatementRow.HeldBalance, StatementRow.Payable, StatementRow.Status)
            .Where(StatementRow.Program, program)
            .Where(StatementRow.Partner, partner)
            .Where(StatementRow.Month, ConditionOperator.LessThan, month.FirstDay);
        query.AddOrder(StatementRow.Month, OrderType.Descending);
        return service.First(query);
    }

    /// <summary>Who manages the partner now; its owner where nobody does. Null for a team.</summary>
    public EntityReference? Manager()
    {
        var row = service.Retrieve(Partner.Table, partner, new ColumnSet(Partner.Manager, Partner.Owner));
        return row.GetAttributeValue<EntityReference?>(Partner.Manager)
            ?? (row.GetAttributeValue<EntityReference?>(Partner.Owner) is { LogicalName: "systemuser" } owner ? owner : null);
    }

    private BookedEntry Read(Entity row) => new(
        row.Id,
        row.Option(Entry.Status)!.Value,
        row.Option(Entry.Kind)!.Value,
        row.Option(Entry.Status) == Entry.StatusOf.Provisional ? month : row.Month(Entry.BookedMonth)!.Value,
        row.Amount(Entry.Amount),
        row.GetAttributeValue<bool>(Entry.IsHold) ? row.Month(Entry.ReleaseMonth) : null,
        new StatementLine(
            row.Linked<string>(CustomerAlias, Account.Name) ?? "",
            row.Linked<string>(DealAlias, Opportunity.Name) ?? "",
            row.Text(Entry.RuleName),
            row.Month(Entry.EarnedMonth)!.Value,
            row.Amount(Entry.Amount)));
}
