using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Query.Paging;
using CrmAddon.Local.Query.Results;

namespace CrmAddon.Local.Query;

/// <summary>Writes a query as one SQL statement. Names in it come from metadata; what callers sent are parameters.</summary>
internal sealed class SqlTranslator
{
    private readonly TableQuery _query;
    private readonly QueryContext _context;
    private readonly JoinSql _joins;
    private readonly AggregateColumns? _aggregates;
    private readonly ResultColumns? _plain;

    public SqlTranslator(TableQuery query, Organization organization, Caller caller)
    {
        QueryLimits.Check(query);
        _query = query;
        _context = new QueryContext(organization, caller);
        _joins = new JoinSql(_context);
        _context.Sources.AddAll(query.Root);
        if (query.Aggregate)
        {
            _aggregates = new AggregateColumns(query, _context);
        }
        else
        {
            _plain = new ResultColumns(query, _context);
            Keys = SortKeys.Of(query, _context.Sources);
        }
    }

    public IReadOnlyList<ResultColumn> Results => _aggregates?.Columns ?? _plain!.Columns;

    public ReadOnlySpan<object?> Values => CollectionsMarshal.AsSpan(_context.Sql.Values);

    /// <summary>The keys of the order; of aggregates none.</summary>
    public IReadOnlyList<SortKey> Keys { get; } = [];

    /// <summary>Place of the first key in the SQL result.</summary>
    public int FirstKey => _plain?.FirstKey ?? 0;

    /// <summary>Place of the number of aggregated rows in the SQL result.</summary>
    public int RowCount => _aggregates?.RowCount ?? 0;

    /// <summary>Whether the next page is found by a cookie. Without a row's id in the order there is none, as in the platform.</summary>
    public bool HasCookie => !_query.Aggregate && !_query.Distinct;

    /// <summary>Rows of the page.</summary>
    public int PageSize => _query.Top ?? (_query.PageSize is > 0 and < QueryLimits.LargestPage ? _query.PageSize : QueryLimits.LargestPage);

    /// <summary>The statement for the page; with one row more, where there may be more pages.</summary>
    public string Translate()
    {
        var sql = _context.Sql;
        sql.Add(_query.Distinct && !_query.Aggregate ? "SELECT DISTINCT " : "SELECT ").Add(_aggregates?.Sql() ?? _plain!.Sql(Keys));
        WriteFrom();
        if (_aggregates is not null)
        {
            sql.Add(_aggregates.GroupBy).Add(_aggregates.OrderBy());
            WriteLimit(Offset());
            return sql.ToString();
        }

        var offset = WriteBehind();
        var order = Keys.Select(Order);
        if (_query.Distinct)
        {
            // Without an id what is selected decides, so that pages fit together.
            order = order.Concat(Enumerable.Range(1, FirstKey).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        sql.Add(" ORDER BY ").Add(string.Join(", ", order));

        WriteLimit(offset);
        return sql.ToString();
    }

    /// <summary>The statement that counts all rows, as far as a total goes.</summary>
    public string TranslateCount()
    {
        var sql = _context.Sql;
        sql.Add("SELECT count(*) FROM (").Add(_query.Distinct && !_query.Aggregate ? "SELECT DISTINCT " : "SELECT ");
        sql.Add(_aggregates?.Sql() ?? (_query.Distinct ? _plain!.Sql(Keys) : "1"));
        WriteFrom();
        sql.Add(_aggregates?.GroupBy ?? string.Empty).Add(" LIMIT ").Number(QueryLimits.Total + 1L).Add(")");
        return sql.ToString();
    }

    /// <summary>A key as ORDER BY has it: what is looked up for each row is looked up once, by its place in the result.</summary>
    private string Order(SortKey key, int index)
    {
        var sql = key.IsLookedUp ? (FirstKey + index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : (key.AvoidsIndex ? "+" : string.Empty) + key.Sql;
        return key.Descending ? sql + " DESC" : sql;
    }

    private void WriteFrom()
    {
        var root = _context.Sources.Root;
        _context.Sql.Add($" FROM \"{root.Table.Name}\" AS {root.SqlName}");
        _joins.WriteJoins(_query.Root);
        _context.Sql.Add(" WHERE 1");
        _joins.WriteConditions(_query.Root, root);
        _joins.WriteJoinedConditions(_query.Root);
    }

    /// <summary>Begins behind the last row of the page before, and gives how many rows are still to be skipped.</summary>
    private long WriteBehind()
    {
        if (!HasCookie || _query.PagingCookie is not { } text)
        {
            return Offset();
        }

        var cookie = PagingCookie.Read(text, Keys);
        if (_query.Page <= cookie.Page)
        {
            return Skipped(_query.Page - 1); // back to a page read before: by its number
        }

        _context.Sql.Add(" AND ");
        KeysetSql.Write(_context.Sql, Keys, cookie.Last);
        return Skipped(_query.Page - cookie.Page - 1);
    }

    private long Skipped(int pages) => (long)pages * PageSize;

    private long Offset()
    {
        var offset = Skipped(_query.Page - 1);
        return offset + PageSize <= QueryLimits.SimplePaging || offset == 0 ? offset : throw Faults.Create(
            QueryErrors.TooHighPageWithoutCookie,
            "Over upper limit of records that can be requested without a paging cookie. A paging cookie is required when retrieving a high page number.");
    }

    private void WriteLimit(long offset)
    {
        // As a number, not as a parameter: SQLite prepares a statement anew each time the parameter of its limit is bound.
        _context.Sql.Add(" LIMIT ").Number(_query.Top ?? (PageSize + 1L));
        if (offset > 0)
        {
            _context.Sql.Add(" OFFSET ").Parameter(offset);
        }
    }
}
