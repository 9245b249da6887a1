using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Periods;

/// <summary>Finds the partners for whom the close of a month has something to do: entries to post or to set free.</summary>
internal static class DuePartners
{
    public static IReadOnlyList<Guid> Of(IOrganizationService service, Guid program, Month month)
    {
        var query = Queries.From(Entry.Table, Entry.Partner).Where(Entry.Program, program);
        query.Distinct = true;
        var due = query.Criteria.AddFilter(LogicalOperator.Or);
        var toPost = due.AddFilter(LogicalOperator.And);
        toPost.AddCondition(Entry.State, ConditionOperator.Equal, Entry.StateOf.Provisional);
        toPost.AddCondition(Entry.BookedMonth, ConditionOperator.LessEqual, month.FirstDay);
        var toRelease = due.AddFilter(LogicalOperator.And);
        toRelease.AddCondition(Entry.Status, ConditionOperator.Equal, Entry.StatusOf.Held);
        toRelease.AddCondition(Entry.ReleaseMonth, ConditionOperator.LessEqual, month.FirstDay);
        return service.All(query).Select(row => row.Lookup(Entry.Partner)!.Value).Distinct().OrderBy(partner => partner).ToList();
    }
}
