using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>Short ways to write and run queries.</summary>
internal static class Queries
{
    private const int PageSize = 5000;

    public static QueryExpression From(string table, params string[] columns) => new(table) { ColumnSet = new ColumnSet(columns) };

    public static QueryExpression Where(this QueryExpression query, string column, object value) =>
        query.Where(column, ConditionOperator.Equal, value);

    // Without this one, a constant zero would be taken for the first condition operator.
    public static QueryExpression Where(this QueryExpression query, string column, int value) =>
        query.Where(column, ConditionOperator.Equal, value);

    public static QueryExpression Where(this QueryExpression query, string column, ConditionOperator test, params object[] values)
    {
        query.Criteria.AddCondition(column, test, values);
        return query;
    }

    /// <summary>Joins the row that a lookup names; a row without one stays in the result.</summary>
    public static LinkEntity Outer(this QueryExpression query, string lookup, string table, string key, string alias, params string[] columns)
    {
        var link = query.AddLink(table, lookup, key, JoinOperator.LeftOuter);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(columns);
        return link;
    }

    /// <summary>Every row of the query, page by page.</summary>
    public static List<Entity> All(this IOrganizationService service, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 };
        var rows = new List<Entity>();
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords)
                return rows;

            query.PageInfo.PageNumber += 1;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>The first row of the query in its order, or null.</summary>
    public static Entity? First(this IOrganizationService service, QueryExpression query)
    {
        query.TopCount = 1;
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}
