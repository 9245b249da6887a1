using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Reading;

/// <summary>Reads <see cref="QueryExpression"/> and <see cref="QueryByAttribute"/>.</summary>
internal static class ExpressionReader
{
    public static TableQuery Read(QueryByAttribute query)
    {
        if (query.Attributes.Count != query.Values.Count)
        {
            throw Faults.Create(
                QueryErrors.ByAttributeMismatch, "QueryByAttribute must specify a non-empty value array with the same number of elements as in the attributes array.");
        }

        var filter = new QueryFilter(any: false);
        for (var i = 0; i < query.Attributes.Count; i++)
        {
            filter.Conditions.Add(query.Values[i] is { } value
                ? new QueryCondition(null, query.Attributes[i], ConditionOperator.Equal, [value])
                : new QueryCondition(null, query.Attributes[i], ConditionOperator.Null, []));
        }

        var root = new QuerySource(query.EntityName) { Filter = filter };
        var result = new TableQuery { Root = root, Top = query.TopCount };
        AddColumns(result, root, query.ColumnSet);
        AddOrders(root, query.Orders);
        SetPage(result, query.PageInfo);
        return result;
    }

    public static TableQuery Read(QueryExpression query)
    {
        var unnamed = 0;
        var root = new QuerySource(query.EntityName);
        var result = new TableQuery { Root = root, Top = query.TopCount, Distinct = query.Distinct };
        AddColumns(result, root, query.ColumnSet);
        AddOrders(root, query.Orders);
        root.Filter = Filter(result, query.Criteria, ref unnamed, 0);
        foreach (var link in query.LinkEntities)
        {
            root.Links.Add(Link(result, link, ref unnamed, inFilter: false, 0));
        }

        SetPage(result, query.PageInfo);
        return result;
    }

    private static QuerySource Link(TableQuery query, LinkEntity link, ref int unnamed, bool inFilter, int depth)
    {
        QueryLimits.CheckDepth(depth);
        unnamed++;
        LinkTypes.Check(link.JoinOperator, inFilter);
        var alias = string.IsNullOrEmpty(link.EntityAlias) ? null : link.EntityAlias;
        var source = new QuerySource(link.LinkToEntityName)
        {
            Alias = LinkAlias.Of(link.LinkToEntityName, alias, unnamed),
            HasOwnAlias = alias is not null,
            Join = link.JoinOperator,
            From = link.LinkFromAttributeName,
            To = link.LinkToAttributeName,
        };
        AddColumns(query, source, link.Columns);
        AddOrders(source, link.Orders);
        source.Filter = Filter(query, link.LinkCriteria, ref unnamed, depth + 1);
        foreach (var inner in link.LinkEntities)
        {
            source.Links.Add(Link(query, inner, ref unnamed, inFilter: false, depth + 1));
        }

        return source;
    }

    private static void AddColumns(TableQuery query, QuerySource source, ColumnSet? columns)
    {
        source.AllColumns = columns?.AllColumns ?? false;
        if (columns is null || columns.AllColumns)
        {
            return;
        }

        source.Columns.AddRange(columns.Columns.Distinct().Select(c => new QueryColumn(c)));
        foreach (var expression in columns.AttributeExpressions)
        {
            query.Aggregate = true;
            source.Columns.Add(new QueryColumn(expression.AttributeName, expression.Alias)
            {
                Aggregate = expression.AggregateType switch
                {
                    XrmAggregateType.Count => QueryAggregate.Count,
                    XrmAggregateType.CountColumn => QueryAggregate.CountColumn,
                    XrmAggregateType.Sum => QueryAggregate.Sum,
                    XrmAggregateType.Avg => QueryAggregate.Average,
                    XrmAggregateType.Min => QueryAggregate.Min,
                    XrmAggregateType.Max => QueryAggregate.Max,
                    _ => QueryAggregate.None,
                },
                GroupBy = expression.HasGroupBy,
                DatePart = (QueryDatePart)(int)expression.DateTimeGrouping,
                UserTimeZone = false, // documented: query expressions group by dates of UTC
            });
        }
    }

    private static void AddOrders(QuerySource source, IEnumerable<OrderExpression> orders) =>
        source.Orders.AddRange(orders.Select(o => new QueryOrder(
            string.IsNullOrEmpty(o.EntityName) ? null : o.EntityName,
            o.AttributeName,
            string.IsNullOrEmpty(o.Alias) ? null : o.Alias,
            o.OrderType == OrderType.Descending)));

    private static QueryFilter? Filter(TableQuery query, FilterExpression filter, ref int unnamed, int depth)
    {
        QueryLimits.CheckDepth(depth);
        if (filter.Conditions.Count == 0 && filter.Filters.Count == 0 && filter.AnyAllFilterLinkEntity is null)
        {
            return null;
        }

        var result = new QueryFilter(filter.FilterOperator == LogicalOperator.Or);
        foreach (var c in filter.Conditions)
        {
            result.Conditions.Add(new QueryCondition(string.IsNullOrEmpty(c.EntityName) ? null : c.EntityName, c.AttributeName, c.Operator, Flat(c.Values))
            {
                ComparesColumns = c.CompareColumns,
            });
        }

        foreach (var inner in filter.Filters)
        {
            if (Filter(query, inner, ref unnamed, depth + 1) is { } part)
            {
                result.Filters.Add(part);
            }
        }

        if (filter.AnyAllFilterLinkEntity is { } link)
        {
            result.Links.Add(Link(query, link, ref unnamed, inFilter: true, depth + 1));
        }

        return result;
    }

    /// <summary>Callers hand over one array or many values.</summary>
    private static IReadOnlyList<object> Flat(IReadOnlyList<object> values) =>
        values.Any(v => v is System.Collections.IEnumerable and not string and not Microsoft.Xrm.Sdk.OptionSetValueCollection)
            ? [.. values.SelectMany(v => v is System.Collections.IEnumerable many and not string ? many.Cast<object>() : [v])]
            : values;

    private static void SetPage(TableQuery query, PagingInfo? page)
    {
        if (page is null)
        {
            return;
        }

        query.PageSize = page.Count;
        query.Page = page.PageNumber == 0 ? 1 : page.PageNumber;
        query.PagingCookie = string.IsNullOrEmpty(page.PagingCookie) ? null : page.PagingCookie;
        query.CountAll = page.ReturnTotalRecordCount;
    }
}
