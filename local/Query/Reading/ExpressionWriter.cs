using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Reading;

/// <summary>Writes a query as a query expression. Literal values get the types of their columns.</summary>
internal sealed class ExpressionWriter(SolutionMetadata metadata)
{
    public QueryExpression Write(TableQuery query)
    {
        CheckColumns(query.Root);
        var expression = new QueryExpression(query.Root.Table)
        {
            ColumnSet = Columns(query, query.Root),
            Distinct = query.Distinct,
            TopCount = query.Top,
        };
        expression.Orders.AddRange(query.Root.Orders.Select(Order));
        if (query.Root.Filter is { } filter)
        {
            expression.Criteria = Filter(query, filter, query.Root);
        }

        expression.LinkEntities.AddRange(query.Root.Links.Select(l => Link(query, l, query.Root)));
        if (query.PageSize > 0 || query.Page > 1 || query.CountAll)
        {
            expression.PageInfo = new PagingInfo
            {
                Count = query.PageSize,
                PageNumber = query.Page,
                PagingCookie = query.PagingCookie,
                ReturnTotalRecordCount = query.CountAll,
            };
        }

        return expression;
    }

    private void CheckColumns(QuerySource source)
    {
        if (source.Columns.Exists(c => c.CountsChildren || c.CountDistinct))
        {
            throw Faults.Argument("The query has aggregates that a query expression can't say (rowaggregate, distinct counts).");
        }

        // Documented: query expressions group by dates of UTC. Where dates have no zone both are the same.
        if (source.Columns.Exists(c => c is { DatePart: not QueryDatePart.None, UserTimeZone: true }
            && metadata.Find(source.Table)?.Find(c.Name) is not { DateBehavior: not DateBehavior.UserLocal }))
        {
            throw Faults.Argument("The query groups by dates in the user's time zone, which a query expression can't say: usertimezone='false' groups by dates of UTC.");
        }

        source.Links.ForEach(CheckColumns);
    }

    private static ColumnSet Columns(TableQuery query, QuerySource source)
    {
        var columns = new ColumnSet(source.AllColumns);
        if (source.AllColumns)
        {
            return columns;
        }

        if (!query.Aggregate)
        {
            columns.AddColumns([.. source.Columns.Select(c => c.Name)]);
            return columns;
        }

        columns.AttributeExpressions.AddRange(source.Columns.Select(c => new XrmAttributeExpression(
            c.Name,
            c.Aggregate switch
            {
                QueryAggregate.Count => XrmAggregateType.Count,
                QueryAggregate.CountColumn => XrmAggregateType.CountColumn,
                QueryAggregate.Sum => XrmAggregateType.Sum,
                QueryAggregate.Average => XrmAggregateType.Avg,
                QueryAggregate.Min => XrmAggregateType.Min,
                QueryAggregate.Max => XrmAggregateType.Max,
                _ => XrmAggregateType.None,
            },
            c.Alias!,
            (XrmDateTimeGrouping)(int)c.DatePart) { HasGroupBy = c.GroupBy }));
        return columns;
    }

    private static OrderExpression Order(QueryOrder order) => new(
        order.Column!, order.Descending ? OrderType.Descending : OrderType.Ascending, order.ResultAlias!, order.Source!);

    private LinkEntity Link(TableQuery query, QuerySource link, QuerySource outer)
    {
        var expression = new LinkEntity(outer.Table, link.Table, link.From!, link.To!, link.Join)
        {
            EntityAlias = link.HasOwnAlias ? link.Alias : null, // a name of ours would hide the table's, which conditions may use
            Columns = Columns(query, link),
        };
        expression.Orders.AddRange(link.Orders.Select(Order));
        if (link.Filter is { } filter)
        {
            expression.LinkCriteria = Filter(query, filter, link);
        }

        expression.LinkEntities.AddRange(link.Links.Select(l => Link(query, l, link)));
        return expression;
    }

    private FilterExpression Filter(TableQuery query, QueryFilter filter, QuerySource source)
    {
        var expression = new FilterExpression(filter.Any ? LogicalOperator.Or : LogicalOperator.And);
        foreach (var condition in filter.Conditions)
        {
            var written = new ConditionExpression(condition.Source, condition.Column, condition.Operator) { CompareColumns = condition.ComparesColumns };
            var column = Table(query, condition.Source, source) is { } table ? metadata.Find(table)?.Find(condition.Column) : null;
            written.Values.AddRange(condition.Values.Select(v => condition.ComparesColumns ? v : Typed(column, v, condition.Operator)));
            expression.Conditions.Add(written);
        }

        expression.Filters.AddRange(filter.Filters.Select(f => Filter(query, f, source)));

        // A filter of an expression has room for one link; the others get filters of their own.
        foreach (var (i, link) in filter.Links.Index())
        {
            var written = Link(query, link, source);
            if (i == 0)
            {
                expression.AnyAllFilterLinkEntity = written;
            }
            else
            {
                expression.Filters.Add(new FilterExpression { AnyAllFilterLinkEntity = written });
            }
        }

        return expression;
    }

    private static string? Table(TableQuery query, string? name, QuerySource own) =>
        name is null ? own.Table : Find(query.Root, name)?.Table;

    private static QuerySource? Find(QuerySource source, string name) =>
        source.Alias == name || (!source.HasOwnAlias && source.Table == name)
            ? source
            : source.Links.Select(l => Find(l, name)).FirstOrDefault(l => l is not null);

    private static object Typed(ColumnMetadata? column, object value, ConditionOperator op)
    {
        if (value is not string text || column is null)
        {
            return value;
        }

        var culture = CultureInfo.InvariantCulture;
        if (Dates.RelativeDates.Counts(op) || op is >= ConditionOperator.InFiscalYear and <= ConditionOperator.InOrAfterFiscalPeriodAndYear)
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var count) ? count : text;
        }

        var type = Conditions.ConditionValues.TypeOf(column);
        return type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var whole) ? whole
            : type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var big) ? big
            : type == typeof(decimal) && decimal.TryParse(text, NumberStyles.Float, culture, out var number) ? number
            : type == typeof(double) && double.TryParse(text, NumberStyles.Float, culture, out var real) ? real
            : type == typeof(bool) ? text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase)
            : type == typeof(Guid) && Guid.TryParse(text, out var id) ? id
            : type == typeof(DateTime) && DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind, out var date) ? date
            : text;
    }
}
