using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Dataverse;

/// <summary>Queries that the service answers in pages, as whole lists.</summary>
public static class Rows
{
    private const int PageSize = 5000;

    /// <summary>
    /// How long the values of one condition may be in an address: a query goes in one, and one over 64 KB is refused even in a batch.
    /// </summary>
    private const int LongestCondition = 30_000;

    /// <summary>What stands around each value there: an element of FetchXML, escaped.</summary>
    private const int AroundEach = 25;

    /// <summary>Every row that the query finds, page by page.</summary>
    public static IEnumerable<Entity> All(this IOrganizationService service, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize };
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities)
                yield return row;
            if (!page.MoreRecords)
                yield break;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>Every row that the query finds.</summary>
    public static async Task<IReadOnlyList<Entity>> AllAsync(this IOrganizationServiceAsync2 service, QueryExpression query, CancellationToken stop)
    {
        List<Entity> rows = [];
        query.PageInfo = new PagingInfo { PageNumber = 1, Count = PageSize };
        while (true)
        {
            var page = await service.RetrieveMultipleAsync(query, stop).ConfigureAwait(false);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords)
                return rows;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>The ids of the rows whose key column has one of the values; letters are compared without their case, as the platform does.</summary>
    public static Dictionary<string, Guid> IdsByKey(
        this IOrganizationService service, string table, string keyColumn, IEnumerable<string> keys)
    {
        Dictionary<string, Guid> ids = new(StringComparer.OrdinalIgnoreCase);
        foreach (var some in Short(keys))
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(keyColumn) };
            query.Criteria.AddCondition(keyColumn, ConditionOperator.In, [.. some]);
            foreach (var row in service.All(query))
                ids[row.GetAttributeValue<string>(keyColumn)!] = row.Id;
        }

        return ids;
    }

    /// <summary>The keys in parts, each short enough for a query.</summary>
    private static IEnumerable<List<string>> Short(IEnumerable<string> keys)
    {
        List<string> part = [];
        var length = 0;
        foreach (var key in keys)
        {
            var more = Uri.EscapeDataString(key).Length + AroundEach;
            if (part.Count > 0 && length + more > LongestCondition)
            {
                yield return part;
                (part, length) = ([], 0);
            }

            part.Add(key);
            length += more;
        }

        if (part.Count > 0)
            yield return part;
    }
}
