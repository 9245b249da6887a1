using System.Collections.Generic;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>A table of the query: the first one, or one that is joined.</summary>
internal sealed class QuerySource(string table)
{
    public string Table { get; } = table;

    /// <summary>Name by which results refer to it; null for the first table.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether the query gave the alias. Conditions may name the table where it did not.</summary>
    public bool HasOwnAlias { get; init; }

    public JoinOperator Join { get; init; }

    /// <summary>Column of this table in the join; null where the relation decides.</summary>
    public string? To { get; init; }

    /// <summary>Column of the outer table in the join; null where the relation decides.</summary>
    public string? From { get; init; }

    public bool AllColumns { get; set; }

    public List<QueryColumn> Columns { get; } = [];

    public QueryFilter? Filter { get; set; }

    public List<QuerySource> Links { get; } = [];

    /// <summary>Sort keys that this table contributes. Those of the first table come before those of links.</summary>
    public List<QueryOrder> Orders { get; } = [];

    /// <summary>Whether it adds columns or rows to the answer; the others are conditions.</summary>
    public bool IsJoined => Join is JoinOperator.Inner or JoinOperator.LeftOuter or JoinOperator.Natural or JoinOperator.MatchFirstRowUsingCrossApply;
}
