namespace CrmAddon.Local.Query.Paging;

/// <summary>One key of the order, as SQL.</summary>
/// <param name="Name">Its name in the paging cookie.</param>
/// <param name="Sql">The value.</param>
/// <param name="Descending">Largest first; no value is smaller than any.</param>
/// <param name="Kind">What the value is in SQLite.</param>
internal sealed record SortKey(string Name, string Sql, bool Descending, SortKeyKind Kind)
{
    /// <summary>Whether every row has a value.</summary>
    public bool HasValue { get; init; }

    /// <summary>Whether the value is that of another table.</summary>
    public bool IsLookedUp { get; init; }

    /// <summary>Whether SQLite is kept from walking an index for this key (a sign before it does that).</summary>
    public bool AvoidsIndex { get; init; }
}

internal enum SortKeyKind
{
    Text,
    Number,
    Real,

    /// <summary>An id: 16 bytes.</summary>
    Id,

    /// <summary>Bytes that are no id.</summary>
    Bytes,
}
