using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Query;

/// <summary>What the statement selects, and how each column of it comes back.</summary>
internal sealed class ResultColumns(TableQuery query, ResolvedSource root)
{
    private readonly List<ResultColumn> _columns = [];
    private readonly List<string> _select = [];
    private readonly List<string> _groups = [];
    private readonly Dictionary<string, string> _byAlias = new(StringComparer.Ordinal);

    public IReadOnlyList<ResultColumn> Columns => _columns;

    public string GroupBy => _groups.Count == 0 ? string.Empty : " GROUP BY " + string.Join(", ", _groups);

    /// <summary>SQL of a result by its alias, for ordering.</summary>
    public string? Find(string alias) => _byAlias.GetValueOrDefault(alias);

    public string Sql(IEnumerable<ResolvedSource> links)
    {
        if (query.Aggregate)
        {
            foreach (var source in links.Prepend(root))
            {
                source.Source.Columns.ForEach(c => AddAggregate(source, c));
            }
        }
        else
        {
            AddPlain(root);
            foreach (var link in links)
            {
                AddPlain(link);
            }
        }

        return _select.Count == 0 ? "1" : string.Join(", ", _select);
    }

    private void AddPlain(ResolvedSource source)
    {
        var isRoot = ReferenceEquals(source, root);
        if (isRoot && !query.Distinct)
        {
            Add(root.Table.PrimaryId.Name, source.Column(root.Table.PrimaryId.Name), ResultKind.Id, isAliased: false);
            Add("versionnumber", source.Column("versionnumber"), ResultKind.Version, isAliased: false);
        }

        IEnumerable<QueryColumn> columns = source.Source.AllColumns
            ? source.Table.Columns.Select(c => new QueryColumn(c.Name))
            : source.Source.Columns;
        foreach (var column in columns)
        {
            var resolved = source.Column(column.Name);
            var name = column.Alias ?? (isRoot ? column.Name : $"{source.Source.Alias}.{column.Name}");
            var kind = isRoot && resolved.Column.Type == ColumnType.Id && column.Alias is null ? ResultKind.Id : ResultKind.Value;
            Add(name, resolved, kind, isAliased: !isRoot || column.Alias is not null);
        }
    }

    private void Add(string name, ResolvedColumn column, ResultKind kind, bool isAliased)
    {
        _columns.Add(new ResultColumn(name, column.Column, column.Source.Table.Name, _select.Count, isAliased, kind));
        _byAlias.TryAdd(name, column.Sql);
        _select.Add(column.Sql);
        if (column.Column.IsPolymorphic)
        {
            _select.Add(column.TableSql);
        }
    }

    private void AddAggregate(ResolvedSource source, QueryColumn column)
    {
        var resolved = source.Column(column.Name);
        var alias = column.Alias ?? throw Faults.Argument($"The aggregate query gives '{column.Name}' no alias.");
        if (column.GroupBy)
        {
            AddGroup(resolved, column, alias);
            return;
        }

        var distinct = column.CountDistinct ? "DISTINCT " : string.Empty;
        var (sql, kind) = column.Aggregate switch
        {
            QueryAggregate.Count => ("count(*)", ResultKind.Number),
            QueryAggregate.CountColumn => ($"count({distinct}{resolved.Sql})", ResultKind.Number),
            QueryAggregate.Sum => (Sum(resolved), ResultKind.Value),
            QueryAggregate.Average => (Sum(resolved), ResultKind.Average),
            QueryAggregate.Min => ($"min({resolved.Sql})", ResultKind.Value),
            QueryAggregate.Max => ($"max({resolved.Sql})", ResultKind.Value),
            _ => throw Faults.Argument($"In the aggregate query '{column.Name}' is neither aggregated nor grouped by."),
        };
        _columns.Add(new ResultColumn(alias, resolved.Column, source.Table.Name, _select.Count, true, kind));
        if (kind != ResultKind.Average)
        {
            _byAlias[alias] = sql; // an average is divided after the query, so nothing is ordered by it
        }

        _select.Add(sql);
        if (kind == ResultKind.Average)
        {
            _select.Add($"count({resolved.Sql})");
        }
    }

    private void AddGroup(ResolvedColumn resolved, QueryColumn column, string alias)
    {
        var sql = column.DatePart switch
        {
            QueryDatePart.None => resolved.Sql,
            QueryDatePart.Year => $"CAST(substr({resolved.Sql}, 1, 4) AS INTEGER)",
            QueryDatePart.Quarter => $"(CAST(substr({resolved.Sql}, 6, 2) AS INTEGER) + 2) / 3",
            QueryDatePart.Month => $"CAST(substr({resolved.Sql}, 6, 2) AS INTEGER)",
            QueryDatePart.Week => $"CAST(strftime('%W', {resolved.Sql}) AS INTEGER) + 1",
            _ => $"CAST(substr({resolved.Sql}, 9, 2) AS INTEGER)",
        };
        var kind = column.DatePart == QueryDatePart.None ? ResultKind.Value : ResultKind.Number;
        _columns.Add(new ResultColumn(alias, resolved.Column, resolved.Source.Table.Name, _select.Count, true, kind));
        _byAlias[alias] = sql;
        _select.Add(sql);
        _groups.Add(sql);
        if (column.DatePart == QueryDatePart.None && resolved.Column.IsPolymorphic)
        {
            _select.Add(resolved.TableSql);
            _groups.Add(resolved.TableSql);
        }
    }

    private static string Sum(ResolvedColumn column) => column.Column.Type switch
    {
        ColumnType.Decimal => $"exact_sum({column.Sql})",
        ColumnType.Money or ColumnType.WholeNumber or ColumnType.BigNumber or ColumnType.Floating => $"sum({column.Sql})",
        _ => throw Faults.Argument($"'{column.Column.Name}' is a {column.Column.Type} column: it has no sum."),
    };
}
