using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>Writes a query as one SQL statement.</summary>
internal sealed class SqlTranslator
{
    /// <summary>Most rows of a page, as in the platform.</summary>
    public const int LargestPage = 5000;

    private readonly SqlText _sql = new();
    private readonly TableQuery _query;
    private readonly Organization _organization;
    private readonly Caller _caller;
    private readonly List<ResolvedSource> _sources = [];
    private readonly ResultColumns _results;
    private readonly ResolvedSource _root;

    public SqlTranslator(TableQuery query, Organization organization, Caller caller)
    {
        (_query, _organization, _caller) = (query, organization, caller);
        _root = Resolve(query.Root);
        _results = new ResultColumns(query, _root);
    }

    public IReadOnlyList<ResultColumn> Results => _results.Columns;

    public IReadOnlyList<object?> Values => _sql.Values;

    /// <summary>Rows of the page; one more is read to know whether there are more.</summary>
    public int PageSize => _query.Top is { } top
        ? Math.Min(top, LargestPage)
        : _query.PageSize is > 0 and < LargestPage ? _query.PageSize : LargestPage;

    public string Translate(bool count)
    {
        var links = Joined(_query.Root.Links).ToList();
        links.ForEach(ResolveAll);
        _sql.Add(count ? "SELECT count(*) FROM (SELECT " : "SELECT ").Add(_query.Distinct ? "DISTINCT " : string.Empty);
        _sql.Add(_results.Sql(links.SelectMany(Flatten).Select(Find)));
        _sql.Add($" FROM \"{_root.Table.Name}\" AS {_root.SqlName}");
        links.ForEach(l => WriteJoin(l, _root));
        WriteWhere();
        _sql.Add(_results.GroupBy);
        if (count)
        {
            _sql.Add(")");
            return _sql.ToString();
        }

        WriteOrder();
        WriteLimit();
        return _sql.ToString();
    }

    /// <summary>Links that add columns or rows; the others are conditions.</summary>
    private static IEnumerable<QuerySource> Joined(IEnumerable<QuerySource> links) =>
        links.Where(l => l.Join is JoinOperator.Inner or JoinOperator.LeftOuter or JoinOperator.Natural);

    private static IEnumerable<QuerySource> Conditional(IEnumerable<QuerySource> links) =>
        links.Where(l => l.Join is not (JoinOperator.Inner or JoinOperator.LeftOuter or JoinOperator.Natural));

    private static IEnumerable<QuerySource> Flatten(QuerySource source) => [source, .. Joined(source.Links).SelectMany(Flatten)];

    private ResolvedSource Resolve(QuerySource source)
    {
        var resolved = new ResolvedSource(
            source, _organization.Table(source.Table), "t" + _sources.Count.ToString(CultureInfo.InvariantCulture));
        if (source.Alias is not null && _sources.Exists(s => s.Source.Alias == source.Alias))
        {
            throw Faults.Argument($"The alias '{source.Alias}' is used for two link-entities.");
        }

        _sources.Add(resolved);
        return resolved;
    }

    private void ResolveAll(QuerySource source)
    {
        Resolve(source);
        Joined(source.Links).ToList().ForEach(ResolveAll);
    }

    private ResolvedSource Find(QuerySource source) => _sources.Find(s => ReferenceEquals(s.Source, source))!;

    private ResolvedSource Find(string alias) => _sources.Find(s => s.Source.Alias == alias)
        ?? (_root.Table.Name == alias ? _root : throw Faults.Argument($"The query names '{alias}', which is no alias of a link-entity."));

    private void WriteJoin(QuerySource link, ResolvedSource outer)
    {
        var inner = Find(link);
        _sql.Add(link.Join == JoinOperator.LeftOuter ? " LEFT JOIN \"" : " JOIN \"").Add($"{inner.Table.Name}\" AS {inner.SqlName} ON ");
        WriteLinkCondition(link, inner, outer);
        foreach (var nested in Joined(link.Links))
        {
            WriteJoin(nested, inner);
        }
    }

    private void WriteLinkCondition(QuerySource link, ResolvedSource inner, ResolvedSource outer)
    {
        var (from, to) = (outer.Column(link.From), inner.Column(link.To));
        _sql.Add(to).Add(" = ").Add(from);

        // A lookup to several tables joins only the rows that point to this one.
        WriteTargetTable(from, inner);
        WriteTargetTable(to, outer);
        if (link.Filter is not null)
        {
            _sql.Add(" AND ");
            Filters().Write(link.Filter, inner);
        }

        WriteConditionalLinks(link, inner);
    }

    private void WriteTargetTable(ResolvedColumn lookup, ResolvedSource target)
    {
        if (lookup.Column.IsPolymorphic)
        {
            _sql.Add(" AND ").Add(lookup.TableSql).Add(" = ").Parameter(target.Table.Name);
        }
    }

    private void WriteConditionalLinks(QuerySource source, ResolvedSource resolved)
    {
        foreach (var link in Conditional(source.Links))
        {
            ResolveAll(link);
            var inner = Find(link);
            _sql.Add(link.Join switch
            {
                JoinOperator.Exists or JoinOperator.In or JoinOperator.Any => " AND EXISTS (SELECT 1 FROM \"",
                JoinOperator.NotAny => " AND NOT EXISTS (SELECT 1 FROM \"",
                _ => throw Faults.Argument($"The join operator {link.Join} is not supported by the local Dataverse."),
            });
            _sql.Add($"{inner.Table.Name}\" AS {inner.SqlName}");
            foreach (var nested in Joined(link.Links))
            {
                WriteJoin(nested, inner);
            }

            _sql.Add(" WHERE ");
            WriteLinkCondition(link, inner, resolved);
            _sql.Add(")");
        }
    }

    private void WriteWhere()
    {
        _sql.Add(" WHERE 1");
        if (_query.Root.Filter is not null)
        {
            _sql.Add(" AND ");
            Filters().Write(_query.Root.Filter, _root);
        }

        WriteConditionalLinks(_query.Root, _root);
    }

    private FilterSql Filters() => new(_sql, Find, _caller, _organization);

    private void WriteOrder()
    {
        var keys = new List<string>();
        foreach (var order in _query.Orders)
        {
            var direction = order.Descending ? " DESC" : string.Empty;
            if (order.ResultAlias is not null)
            {
                keys.Add((_results.Find(order.ResultAlias)
                    ?? throw Faults.Argument($"The query is ordered by '{order.ResultAlias}', which is no alias of a result.")) + direction);
            }
            else
            {
                var source = string.IsNullOrEmpty(order.Source) ? _root : Find(order.Source);
                keys.Add(source.Column(order.Column).Sql + direction);
            }
        }

        // The same question gives the same order, page by page. The sign keeps SQLite from walking the id's index for it.
        if (!_query.Aggregate && !_query.Distinct)
        {
            keys.Add("+" + _root.Column(_root.Table.PrimaryId.Name).Sql);
        }

        if (keys.Count > 0)
        {
            _sql.Add(" ORDER BY ").Add(string.Join(", ", keys));
        }
    }

    private void WriteLimit()
    {
        _sql.Add(" LIMIT ").Parameter((long)PageSize + 1);
        if (_query.Page > 1)
        {
            _sql.Add(" OFFSET ").Parameter((long)PageSize * (_query.Page - 1));
        }
    }
}
