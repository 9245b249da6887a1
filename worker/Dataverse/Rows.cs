using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Dataverse;

/// <summary>Queries that the service answers in pages, as whole lists.</summary>
public static class Rows
{
    private const int PageSize = 5000;

    /// <summary>The most values of one condition: far below what the platform takes, and few enough for a short query.</summary>
    private const int KeysAtOnce = 500;

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

    /// <summary>The ids of the rows whose key column has one of the values; letters are compared without their case, as the platform does.</summary>
    public static Dictionary<string, Guid> IdsByKey(
        this IOrganizationService service, string table, string keyColumn, IEnumerable<string> keys)
    {
        Dictionary<string, Guid> ids = new(StringComparer.OrdinalIgnoreCase);
        foreach (var some in keys.Chunk(KeysAtOnce))
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(keyColumn) };
            query.Criteria.AddCondition(keyColumn, ConditionOperator.In, [.. some.Cast<object>()]);
            foreach (var row in service.All(query))
                ids[row.GetAttributeValue<string>(keyColumn)!] = row.Id;
        }

        return ids;
    }
}
