using System;
using System.Collections.Generic;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query.Paging;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Results;

/// <summary>What a plain query selects, and how each column of it comes back.</summary>
internal sealed class ResultColumns(TableQuery query, QueryContext context)
{
    private const string Currency = "transactioncurrencyid";
    private readonly List<ResultColumn> _columns = [];
    private readonly SelectList _select = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<ResultColumn> Columns => _columns;

    /// <summary>Place of the first key of the order in the SQL result.</summary>
    public int FirstKey { get; private set; }

    public string Sql(IReadOnlyList<SortKey> keys)
    {
        AddRoot();
        foreach (var link in query.Root.Links)
        {
            AddLink(link);
        }

        // DISTINCT looks at what orders the rows too, as SQL Server asks for; otherwise the cookie is made of the keys.
        FirstKey = _select.Count;
        foreach (var key in keys)
        {
            _select.Add(key.Sql);
        }

        return _select.ToString();
    }

    private void AddRoot()
    {
        var root = context.Sources.Root;
        if (!query.Distinct)
        {
            Add(root.Table.PrimaryId.Name, root.Id, ResultKind.Id, isAliased: false);
            if (root.Table.Has("versionnumber"))
            {
                Add("versionnumber", root.Column("versionnumber"), ResultKind.Version, isAliased: false);
                _names.Remove("versionnumber"); // asked for as a column it is one too
            }
        }

        AddColumns(root, isRoot: true);
        if (!query.Distinct && _columns.Exists(c => c is { Column.Type: ColumnType.Money, IsAliased: false }) && root.Table.Has(Currency))
        {
            // Documented: an amount brings its currency along.
            Add(Currency, root.Column(Currency), ResultKind.Value, isAliased: false);
        }
    }

    private void AddLink(QuerySource link)
    {
        if (!link.IsJoined)
        {
            return;
        }

        AddColumns(context.Sources.Find(link), isRoot: false);
        foreach (var inner in link.Links)
        {
            AddLink(inner);
        }
    }

    private void AddColumns(ResolvedSource source, bool isRoot)
    {
        if (source.Source.AllColumns)
        {
            foreach (var column in source.Table.Columns)
            {
                Add(source, new QueryColumn(column.Name), isRoot);
            }
        }

        foreach (var column in source.Source.Columns)
        {
            Add(source, column, isRoot);
        }
    }

    private void Add(ResolvedSource source, QueryColumn column, bool isRoot)
    {
        if (column.Aggregate != QueryAggregate.None || column.GroupBy)
        {
            throw Faults.Create(
                QueryErrors.InvalidAggregate, $"An error occurred while processing Aggregates in Query: '{column.Name}' is aggregated, but the query is none of aggregates.");
        }

        var resolved = source.Column(column.Name);
        var name = column.Alias ?? (isRoot ? column.Name
            : source.Source.Join == JoinOperator.MatchFirstRowUsingCrossApply ? resolved.Column.SchemaName // documented, without the alias
            : $"{source.Source.Alias}.{column.Name}");
        if (column.CountsChildren)
        {
            AddCount(source, resolved, column);
            return;
        }

        var kind = isRoot && resolved.Column.Type == ColumnType.Id && column.Alias is null ? ResultKind.Id : ResultKind.Value;
        if (!Add(name, resolved, kind, isAliased: !isRoot || column.Alias is not null) && column.Alias is not null)
        {
            throw QueryErrors.Duplicate(name);
        }
    }

    private void AddCount(ResolvedSource source, ResolvedColumn resolved, QueryColumn column)
    {
        if (source.Table.Hierarchy is not { } hierarchy)
        {
            throw Faults.Create(
                QueryErrors.MissingHierarchy, $"This query uses a hierarchical operator, but the {source.Table.Name} entity doesn't have a hierarchical relationship.");
        }

        var name = column.Alias ?? throw Faults.Create(QueryErrors.InvalidAlias, $"Invalid alias for aggregate operation: rowaggregate of '{column.Name}' needs an alias.");
        // Children that the caller may not read are none for him.
        var sql = context.Sql.Part().Add($"(SELECT count(*) FROM \"{source.Table.Name}\" AS c WHERE c.\"{hierarchy.ChildColumn}\" = {source.Id.Sql}");
        context.Organization.Access.WriteReadFilter(sql, source with { SqlName = "c" }, context.Caller);
        Add(name, resolved with { Sql = sql.Add(")").ToString() }, ResultKind.Number, isAliased: true);
    }

    private bool Add(string name, ResolvedColumn column, ResultKind kind, bool isAliased)
    {
        if (!_names.Add(name))
        {
            return false;
        }

        _columns.Add(new ResultColumn(name, column.Column, column.Source.Table.Name, _select.Add(column.Sql), isAliased, kind));
        if (column.TableSql is not null && kind == ResultKind.Value)
        {
            _select.Add(column.TableSql);
        }

        return true;
    }
}
