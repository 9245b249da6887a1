using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query.Dates;
using CrmAddon.Local.Query.Text;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Query.Results;

/// <summary>
/// What an aggregate query selects and groups by. Every result has an alias.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/aggregate-data">Aggregate data</see>
/// </summary>
internal sealed class AggregateColumns(TableQuery query, QueryContext context)
{
    private readonly List<ResultColumn> _columns = [];
    private readonly SelectList _select = new();
    private readonly List<string> _groups = [];
    private readonly Dictionary<string, string> _orders = new(StringComparer.Ordinal);

    public IReadOnlyList<ResultColumn> Columns => _columns;

    /// <summary>Place of the number of rows that were aggregated in the SQL result.</summary>
    public int RowCount { get; private set; }

    public string GroupBy => _groups.Count == 0 ? string.Empty : " GROUP BY " + string.Join(", ", _groups);

    public string Sql()
    {
        Add(query.Root);
        RowCount = _select.Add(_groups.Count == 0 ? "count(*)" : "sum(count(*)) OVER ()");
        return _select.ToString();
    }

    /// <summary>The order by aliases, as SQL.</summary>
    public string OrderBy()
    {
        var keys = Orders(query.Root).Select(order =>
        {
            if (order.ResultAlias is null)
            {
                throw order.Column is null
                    ? Faults.Create(QueryErrors.AliasRequiredForAggregateOrderBy, "An alias is required for an order clause for an aggregate Query.")
                    : Faults.Create(
                        QueryErrors.AttributeNotAllowedForAggregateOrderBy, "An attribute cannot be specified for an order clause for an aggregate Query. Use an alias.");
            }

            return (_orders.GetValueOrDefault(order.ResultAlias) ?? throw Faults.Create(
                QueryErrors.AliasDoesNotExist, $"The specified alias does not exist: the query is ordered by '{order.ResultAlias}', which is no alias of a result."))
                + (order.Descending ? " DESC" : string.Empty);
        }).ToList();
        return keys.Count == 0 ? string.Empty : " ORDER BY " + string.Join(", ", keys);
    }

    private static IEnumerable<QueryOrder> Orders(QuerySource source) =>
        source.Orders.Concat(source.Links.Where(l => l.IsJoined).SelectMany(Orders));

    private void Add(QuerySource source)
    {
        var resolved = context.Sources.Find(source);
        foreach (var column in source.Columns)
        {
            Add(resolved, column);
        }

        if (source.AllColumns)
        {
            throw Plain("all-attributes");
        }

        foreach (var link in source.Links.Where(l => l.IsJoined))
        {
            Add(link);
        }
    }

    private void Add(ResolvedSource source, QueryColumn column)
    {
        var resolved = source.Column(column.Name);
        if (column.Alias is not { } alias)
        {
            throw Faults.Create(QueryErrors.InvalidAlias, $"Invalid alias for aggregate operation: the aggregate query gives '{column.Name}' no alias.");
        }

        if (_orders.ContainsKey(alias))
        {
            throw QueryErrors.Duplicate(alias);
        }

        if (column.GroupBy)
        {
            AddGroup(resolved, column, alias);
        }
        else
        {
            AddAggregate(resolved, column, alias);
        }
    }

    private void AddAggregate(ResolvedColumn column, QueryColumn asked, string alias)
    {
        var (sql, kind) = asked.Aggregate switch
        {
            QueryAggregate.Count => ("count(*)", ResultKind.Number),
            QueryAggregate.CountColumn => ($"count({(asked.CountDistinct ? "DISTINCT " : string.Empty)}{column.Sql})", ResultKind.Number),
            QueryAggregate.Sum => (Sum(column, asked), ResultKind.Sum),
            QueryAggregate.Average => (Sum(column, asked), ResultKind.Average),
            QueryAggregate.Min => ($"min({Ordered(column, asked)})", ResultKind.Extreme),
            QueryAggregate.Max => ($"max({Ordered(column, asked)})", ResultKind.Extreme),
            _ => throw Plain(asked.Name),
        };
        _columns.Add(new ResultColumn(alias, column.Column, column.Source.Table.Name, _select.Add(sql), true, kind));
        _orders[alias] = sql;
        if (kind == ResultKind.Average)
        {
            _select.Add($"count({column.Sql})");
            _orders[alias] = column.Column.Type == ColumnType.Decimal ? $"exact_average({column.Sql})" : $"avg({column.Sql})";
        }
    }

    private void AddGroup(ResolvedColumn column, QueryColumn asked, string alias)
    {
        if (asked.Aggregate != QueryAggregate.None)
        {
            throw Faults.Create(QueryErrors.GroupByAndAggregate, $"An attribute can either be an aggregate or a Group By but not both: '{asked.Name}'.");
        }

        if (asked.DatePart != QueryDatePart.None && column.Column.Type != ColumnType.DateTime)
        {
            throw Faults.Create(QueryErrors.InvalidDateGrouping, $"An invalid value was specified for dategrouping: '{column.FullName}' is no date.");
        }

        var sql = asked.DatePart == QueryDatePart.None ? column.Sql : DatePartSql.Of(column, asked.DatePart, context, asked.UserTimeZone);
        var kind = asked.DatePart switch
        {
            QueryDatePart.None => ResultKind.Value,
            QueryDatePart.FiscalPeriod => ResultKind.FiscalPeriod,
            QueryDatePart.FiscalYear => ResultKind.FiscalYear,
            _ => ResultKind.Number,
        };
        _columns.Add(new ResultColumn(alias, column.Column, column.Source.Table.Name, _select.Add(sql), true, kind));
        _groups.Add(kind == ResultKind.Value ? "+" + sql : sql); // the sign: walking an index to group all rows is the long way
        _orders[alias] = kind == ResultKind.Value ? Order(column) : sql;
        if (kind == ResultKind.Value && column.TableSql is not null)
        {
            _select.Add(column.TableSql);
            _groups.Add(column.TableSql);
        }
    }

    private string Order(ResolvedColumn column) => column.Column.Type switch
    {
        ColumnType.Lookup when ShadowColumns.NameOf(column) is { } name => $"({name}) COLLATE {TextCollation.Name}",
        ColumnType.Choice or ColumnType.State or ColumnType.Status when !query.RawChoiceOrder && column.Column.Choice is not null => ShadowColumns.RankOf(column),
        _ => column.Sql,
    };

    private static string Sum(ResolvedColumn column, QueryColumn asked) => column.Column.Type switch
    {
        ColumnType.Decimal => $"exact_sum({column.Sql})",
        ColumnType.Money or ColumnType.WholeNumber or ColumnType.BigNumber or ColumnType.Floating => $"sum({column.Sql})",
        _ => throw Unsupported(column, asked),
    };

    private static string Ordered(ResolvedColumn column, QueryColumn asked) => column.Column.Type
        is ColumnType.Decimal or ColumnType.Money or ColumnType.WholeNumber or ColumnType.BigNumber or ColumnType.Floating or ColumnType.DateTime
        ? column.Sql
        : throw Unsupported(column, asked);

    private static FaultException<OrganizationServiceFault> Unsupported(ResolvedColumn column, QueryColumn asked) => Faults.Create(
        QueryErrors.InvalidAggregateAttribute, $"Aggregate {asked.Aggregate} is not supported for attribute of type {column.Column.Type}: '{column.FullName}'.");

    private static FaultException<OrganizationServiceFault> Plain(string name) => Faults.Create(
        QueryErrors.AttributeWithAggregate, $"Attributes can not be returned when aggregate operation is specified: '{name}' is neither aggregated nor grouped by.");
}
