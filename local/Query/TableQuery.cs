using System.Collections.Generic;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>A query in the one form that all three of the platform's query languages come to.</summary>
internal sealed class TableQuery
{
    public required QuerySource Root { get; init; }

    public List<QueryOrder> Orders { get; } = [];

    public int? Top { get; set; }

    /// <summary>Rows of a page; 0 stands for the platform's 5,000.</summary>
    public int PageSize { get; set; }

    public int Page { get; set; } = 1;

    public bool Distinct { get; set; }

    public bool Aggregate { get; set; }

    public bool CountAll { get; set; }
}

/// <summary>A table of the query: the first one, or one that is joined.</summary>
internal sealed class QuerySource(string table)
{
    public string Table { get; } = table;

    /// <summary>Name by which conditions and results refer to it; null for the first table.</summary>
    public string? Alias { get; init; }

    public JoinOperator Join { get; init; }

    /// <summary>Column of this table in the join.</summary>
    public string? To { get; init; }

    /// <summary>Column of the outer table in the join.</summary>
    public string? From { get; init; }

    public bool AllColumns { get; set; }

    public List<QueryColumn> Columns { get; } = [];

    public QueryFilter? Filter { get; set; }

    public List<QuerySource> Links { get; } = [];
}

/// <summary>A column of the result, plain or aggregated.</summary>
internal sealed record QueryColumn(string Name, string? Alias = null, QueryAggregate Aggregate = QueryAggregate.None, bool GroupBy = false, QueryDatePart DatePart = QueryDatePart.None, bool CountDistinct = false);

/// <summary>A sort key: a column of a table of the query, or (of aggregates) the alias of a result.</summary>
internal sealed record QueryOrder(string? Source, string? Column, string? ResultAlias, bool Descending);

/// <summary>Conditions and filters, all of which or any of which must hold.</summary>
internal sealed class QueryFilter(bool any)
{
    public bool Any { get; } = any;

    public List<QueryCondition> Conditions { get; } = [];

    public List<QueryFilter> Filters { get; } = [];
}

/// <summary>One comparison; <paramref name="Source"/> is the alias of another table than the filter's own.</summary>
internal sealed record QueryCondition(string? Source, string Column, ConditionOperator Operator, IReadOnlyList<object> Values, bool ComparesColumns = false);

internal enum QueryAggregate
{
    None,
    Count,
    CountColumn,
    Sum,
    Average,
    Min,
    Max,
}

internal enum QueryDatePart
{
    None,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
