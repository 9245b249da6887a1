using System.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// Copies of the queries and column lists that steps may change before a retrieval: a caller who pages with one query object must
/// not find a step's conditions in it, as over the wire. Every member is copied, or a step would change what a query means.
/// </summary>
internal static class QueryCopy
{
    public static object? Of(object? parameter) => parameter switch
    {
        QueryExpression query => Of(query),
        QueryByAttribute query => Of(query),
        FetchExpression fetch => new FetchExpression(fetch.Query) { ExtensionData = fetch.ExtensionData },
        ColumnSet columns => Of(columns),
        _ => parameter,
    };

    private static QueryExpression Of(QueryExpression query)
    {
        var copy = new QueryExpression(query.EntityName)
        {
            ColumnSet = Of(query.ColumnSet),
            Criteria = Of(query.Criteria),
            DataSource = query.DataSource,
            Distinct = query.Distinct,
            ForceSeek = query.ForceSeek,
            NoLock = query.NoLock,
            QueryHints = query.QueryHints,
            TopCount = query.TopCount,
            PageInfo = Of(query.PageInfo),
            ExtensionData = query.ExtensionData,
        };
        copy.Orders.AddRange(query.Orders.Select(Of));
        copy.LinkEntities.AddRange(query.LinkEntities.Select(Of));
        return copy;
    }

    private static QueryByAttribute Of(QueryByAttribute query)
    {
        var copy = new QueryByAttribute(query.EntityName)
        {
            ColumnSet = query.ColumnSet is { } columns ? Of(columns) : null,
            TopCount = query.TopCount,
            PageInfo = query.PageInfo is { } page ? Of(page) : null,
            ExtensionData = query.ExtensionData,
        };
        copy.Attributes.AddRange(query.Attributes);
        copy.Values.AddRange(query.Values);
        copy.Orders.AddRange(query.Orders.Select(Of));
        return copy;
    }

    private static LinkEntity Of(LinkEntity link)
    {
        var copy = new LinkEntity(
            link.LinkFromEntityName!, link.LinkToEntityName!, link.LinkFromAttributeName!, link.LinkToAttributeName!, link.JoinOperator)
        {
            EntityAlias = link.EntityAlias,
            ForceSeek = link.ForceSeek,
            Columns = Of(link.Columns),
            LinkCriteria = Of(link.LinkCriteria),
            ExtensionData = link.ExtensionData,
        };
        copy.LinkEntities.AddRange(link.LinkEntities.Select(Of));
        copy.Orders.AddRange(link.Orders.Select(Of));
        return copy;
    }

    private static FilterExpression Of(FilterExpression filter)
    {
        var copy = new FilterExpression(filter.FilterOperator)
        {
            AnyAllFilterLinkEntity = filter.AnyAllFilterLinkEntity is { } link ? Of(link) : null,
            FilterHint = filter.FilterHint,
            IsQuickFindFilter = filter.IsQuickFindFilter,
            ExtensionData = filter.ExtensionData,
        };
        copy.Conditions.AddRange(filter.Conditions.Select(Of));
        copy.Filters.AddRange(filter.Filters.Select(Of));
        return copy;
    }

    private static ConditionExpression Of(ConditionExpression condition)
    {
        var copy = new ConditionExpression(condition.EntityName, condition.AttributeName, condition.Operator)
        {
            CompareColumns = condition.CompareColumns,
            ExtensionData = condition.ExtensionData,
        };
        copy.Values.AddRange(condition.Values);
        return copy;
    }

    private static ColumnSet Of(ColumnSet columns)
    {
        var copy = new ColumnSet(columns.AllColumns) { ExtensionData = columns.ExtensionData };
        copy.Columns.AddRange(columns.Columns);
        copy.AttributeExpressions.AddRange(columns.AttributeExpressions.Select(Of));
        return copy;
    }

    private static XrmAttributeExpression Of(XrmAttributeExpression column) =>
        new(column.AttributeName, column.AggregateType, column.Alias!, column.DateTimeGrouping)
        {
            HasGroupBy = column.HasGroupBy,
            ExtensionData = column.ExtensionData,
        };

    private static OrderExpression Of(OrderExpression order) =>
        new(order.AttributeName, order.OrderType, order.Alias!, order.EntityName!) { ExtensionData = order.ExtensionData };

    private static PagingInfo Of(PagingInfo page) => new()
    {
        Count = page.Count,
        PageNumber = page.PageNumber,
        PagingCookie = page.PagingCookie,
        ReturnTotalRecordCount = page.ReturnTotalRecordCount,
        ExtensionData = page.ExtensionData,
    };
}
