using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Payouts;

/// <summary>
/// The entries that a statement makes payable: all of its partner up to its month that are not held any more, but those that an
/// earlier approved statement pays. Found by two queries; each is one update, so a statement over some ten thousand entries would come
/// near the platform's two minutes.
/// </summary>
internal sealed class PaidEntries(IOrganizationService service, Entity statement)
{
    private readonly Month _month = statement.Month(StatementRow.Month)!.Value;

    /// <param name="to">The status that they get.</param>
    /// <param name="from">The statuses that they have.</param>
    public void Move(int to, params int[] from)
    {
        var due = OfPartner(Queries.From(Entry.Table, Entry.Id), Entry.Program, Entry.Partner)
            .Where(Entry.BookedMonth, ConditionOperator.LessEqual, _month.FirstDay)
            .Where(Entry.Status, ConditionOperator.In, from.Cast<object>().ToArray());
        var released = due.Criteria.AddFilter(LogicalOperator.Or);
        released.AddCondition(Entry.ReleaseMonth, ConditionOperator.Null);
        released.AddCondition(Entry.ReleaseMonth, ConditionOperator.LessEqual, _month.FirstDay);
        if (ApprovedBefore() is { } earlier)
        {
            var since = due.Criteria.AddFilter(LogicalOperator.Or);
            since.AddCondition(Entry.BookedMonth, ConditionOperator.GreaterThan, earlier.FirstDay);
            since.AddCondition(Entry.ReleaseMonth, ConditionOperator.GreaterThan, earlier.FirstDay);
        }

        foreach (var entry in service.All(due))
            service.Update(new Entity(Entry.Table, entry.Id) { [Entry.Status] = new OptionSetValue(to) });
    }

    private Month? ApprovedBefore()
    {
        var query = OfPartner(Queries.From(StatementRow.Table, StatementRow.Month), StatementRow.Program, StatementRow.Partner)
            .Where(StatementRow.Month, ConditionOperator.LessThan, _month.FirstDay)
            .Where(StatementRow.Status, ConditionOperator.NotEqual, StatementRow.StatusOf.Issued);
        query.AddOrder(StatementRow.Month, OrderType.Descending);
        return service.First(query)?.Month(StatementRow.Month);
    }

    private QueryExpression OfPartner(QueryExpression query, string program, string partner) => query
        .Where(program, statement.Lookup(StatementRow.Program)!.Value)
        .Where(partner, statement.Lookup(StatementRow.Partner)!.Value);
}
