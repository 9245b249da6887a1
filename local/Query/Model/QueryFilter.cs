using System.Collections.Generic;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>Conditions, filters and links, all of which or any of which must hold.</summary>
internal sealed class QueryFilter(bool any)
{
    public bool Any { get; } = any;

    public List<QueryCondition> Conditions { get; } = [];

    public List<QueryFilter> Filters { get; } = [];

    /// <summary>Links whose rows decide: any, not any, all, not all.</summary>
    public List<QuerySource> Links { get; } = [];
}

/// <summary>One comparison.</summary>
/// <param name="Source">Alias or name of another table than the filter's own; null: that one.</param>
/// <param name="Column">The column.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Values">What it compares with.</param>
internal sealed record QueryCondition(string? Source, string Column, ConditionOperator Operator, IReadOnlyList<object> Values)
{
    /// <summary>The value is the name of another column, in FetchXML with the alias of its table before it.</summary>
    public bool ComparesColumns { get; init; }

    /// <summary>The values are text that says numbers, dates and ids, as FetchXML has them; else each has the column's own type.</summary>
    public bool IsText { get; init; }
}
