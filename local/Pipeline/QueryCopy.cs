using System.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// Copies of the queries and column lists that steps may change before a retrieval: a caller who pages with one query object must
/// not find a step's conditions in it, as over the wire.
/// </summary>
internal static class QueryCopy
{
    public static object? Of(object? parameter) => parameter switch
    {
        QueryExpression query => Of(query),
        FetchExpression fetch => new FetchExpression(fetch.Query),
        ColumnSet columns => Of(columns),
        _ => parameter,
    };

    private static QueryExpression Of(QueryExpression query)
    {
        var copy = new QueryExpression(query.EntityName)
        {
            ColumnSet = Of(query.ColumnSet),
            Criteria = Of(query.Criteria),
            Distinct = query.Distinct,
            NoLock = query.NoLock,
            TopCount = query.TopCount,
            PageInfo = query.PageInfo is not { } page ? null! : new PagingInfo
            {
                Count = page.Count,
                PageNumber = page.PageNumber,
                PagingCookie = page.PagingCookie,
                ReturnTotalRecordCount = page.ReturnTotalRecordCount,
            },
        };
        copy.Orders.AddRange(query.Orders);
        copy.LinkEntities.AddRange(query.LinkEntities.Select(Of));
        return copy;
    }

    private static LinkEntity Of(LinkEntity link)
    {
        var copy = new LinkEntity(
            link.LinkFromEntityName!, link.LinkToEntityName!, link.LinkFromAttributeName!, link.LinkToAttributeName!, link.JoinOperator)
        {
            EntityAlias = link.EntityAlias,
            Columns = Of(link.Columns),
            LinkCriteria = Of(link.LinkCriteria),
        };
        copy.LinkEntities.AddRange(link.LinkEntities.Select(Of));
        copy.Orders.AddRange(link.Orders);
        return copy;
    }

    private static FilterExpression Of(FilterExpression filter)
    {
        var copy = new FilterExpression(filter.FilterOperator);
        copy.Conditions.AddRange(filter.Conditions);
        copy.Filters.AddRange(filter.Filters.Select(Of));
        return copy;
    }

    private static ColumnSet Of(ColumnSet columns)
    {
        var copy = new ColumnSet(columns.AllColumns);
        copy.Columns.AddRange(columns.Columns);
        return copy;
    }
}
