using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Payouts;

/// <summary>
/// The entries that a statement makes payable: all of its partner up to its month that are not held. Found by one query; each is one
/// update, so a statement over some ten thousand entries would come near the platform's two minutes.
/// </summary>
internal sealed class PaidEntries(IOrganizationService service, Entity statement)
{
    /// <param name="to">The status that they get.</param>
    /// <param name="from">The statuses that they have.</param>
    public void Move(int to, params int[] from)
    {
        var due = Queries.From(Entry.Table, Entry.Id)
            .Where(Entry.Program, statement.Lookup(StatementRow.Program)!.Value)
            .Where(Entry.Partner, statement.Lookup(StatementRow.Partner)!.Value)
            .Where(Entry.BookedMonth, ConditionOperator.LessEqual, statement.Month(StatementRow.Month)!.Value.FirstDay)
            .Where(Entry.Status, ConditionOperator.In, from.Cast<object>().ToArray());
        foreach (var entry in service.All(due))
            service.Update(new Entity(Entry.Table, entry.Id) { [Entry.Status] = new OptionSetValue(to) });
    }
}
