namespace CrmAddon.Local.Query;

/// <summary>A query in the one form that all three of the platform's query languages come to.</summary>
internal sealed class TableQuery
{
    public required QuerySource Root { get; init; }

    public int? Top { get; set; }

    /// <summary>Rows of a page; 0 stands for the platform's 5,000.</summary>
    public int PageSize { get; set; }

    public int Page { get; set; } = 1;

    /// <summary>What the page before came with.</summary>
    public string? PagingCookie { get; set; }

    public bool Distinct { get; set; }

    public bool Aggregate { get; set; }

    /// <summary>A limit of the query's own on the rows of an aggregate; null: the platform's.</summary>
    public int? AggregateLimit { get; set; }

    public bool CountAll { get; set; }

    /// <summary>Choices are ordered by their numbers instead of their labels (<c>useraworderby</c>; OData's way).</summary>
    public bool RawChoiceOrder { get; set; }
}
