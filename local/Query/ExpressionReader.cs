using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>Reads <see cref="QueryExpression"/> and <see cref="QueryByAttribute"/>.</summary>
internal static class ExpressionReader
{
    public static TableQuery Read(QueryByAttribute query)
    {
        if (query.Attributes.Count != query.Values.Count)
        {
            throw Faults.Argument("QueryByAttribute: there must be one value for each attribute.");
        }

        var filter = new QueryFilter(any: false);
        for (var i = 0; i < query.Attributes.Count; i++)
        {
            filter.Conditions.Add(query.Values[i] is { } value
                ? new QueryCondition(null, query.Attributes[i], ConditionOperator.Equal, [value])
                : new QueryCondition(null, query.Attributes[i], ConditionOperator.Null, []));
        }

        var root = new QuerySource(query.EntityName) { Filter = filter };
        AddColumns(root, query.ColumnSet);
        var result = new TableQuery { Root = root, Top = query.TopCount };
        AddOrders(result, query.Orders, null);
        SetPage(result, query.PageInfo);
        return result;
    }

    public static TableQuery Read(QueryExpression query)
    {
        var root = new QuerySource(query.EntityName) { Filter = Filter(query.Criteria) };
        AddColumns(root, query.ColumnSet);
        var result = new TableQuery { Root = root, Top = query.TopCount, Distinct = query.Distinct };
        AddOrders(result, query.Orders, null);
        var unnamed = 0;
        foreach (var link in query.LinkEntities)
        {
            root.Links.Add(Link(result, link, ref unnamed));
        }

        SetPage(result, query.PageInfo);
        return result;
    }

    private static QuerySource Link(TableQuery query, LinkEntity link, ref int unnamed)
    {
        unnamed++;
        var source = new QuerySource(link.LinkToEntityName)
        {
            Alias = string.IsNullOrEmpty(link.EntityAlias)
                ? link.LinkToEntityName + unnamed.ToString(CultureInfo.InvariantCulture)
                : link.EntityAlias,
            Join = link.JoinOperator,
            From = link.LinkFromAttributeName,
            To = link.LinkToAttributeName,
            Filter = Filter(link.LinkCriteria),
        };
        AddColumns(source, link.Columns);
        AddOrders(query, link.Orders, source.Alias);
        foreach (var inner in link.LinkEntities)
        {
            source.Links.Add(Link(query, inner, ref unnamed));
        }

        return source;
    }

    private static void AddColumns(QuerySource source, ColumnSet? columns)
    {
        source.AllColumns = columns?.AllColumns ?? false;
        if (columns is not null && !columns.AllColumns)
        {
            source.Columns.AddRange(columns.Columns.Distinct().Select(c => new QueryColumn(c)));
        }
    }

    private static void AddOrders(TableQuery query, IEnumerable<OrderExpression> orders, string? source) =>
        query.Orders.AddRange(orders.Select(
            o => new QueryOrder(o.EntityName ?? source, o.AttributeName, null, o.OrderType == OrderType.Descending)));

    private static QueryFilter? Filter(FilterExpression filter)
    {
        if (filter.Conditions.Count == 0 && filter.Filters.Count == 0)
        {
            return null;
        }

        var result = new QueryFilter(filter.FilterOperator == LogicalOperator.Or);
        foreach (var c in filter.Conditions)
        {
            result.Conditions.Add(new QueryCondition(c.EntityName, c.AttributeName, c.Operator, c.Values, c.CompareColumns));
        }

        result.Filters.AddRange(filter.Filters.Select(Filter).OfType<QueryFilter>());
        return result;
    }

    private static void SetPage(TableQuery query, PagingInfo? page)
    {
        if (page is null)
        {
            return;
        }

        query.PageSize = page.Count;
        query.Page = page.PageNumber < 1 ? 1 : page.PageNumber;
        query.CountAll = page.ReturnTotalRecordCount;
    }
}
