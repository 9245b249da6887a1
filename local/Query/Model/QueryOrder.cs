namespace CrmAddon.Local.Query;

/// <summary>A sort key: a column of a table of the query, or (of aggregates) the alias of a result.</summary>
/// <param name="Source">Alias or name of another table than the one that has the key; null: that one.</param>
/// <param name="Column">The column.</param>
/// <param name="ResultAlias">The alias of a result of an aggregate query.</param>
/// <param name="Descending">Largest first.</param>
internal sealed record QueryOrder(string? Source, string? Column, string? ResultAlias, bool Descending);
