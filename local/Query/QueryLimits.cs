using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Query;

/// <summary>How much one query may ask for, as in the platform.</summary>
internal static class QueryLimits
{
    /// <summary>Most rows of a page, and of <c>top</c>.</summary>
    public const int LargestPage = 5000;

    /// <summary>Rows up to which a page can be asked for by its number alone.</summary>
    public const int SimplePaging = 50_000;

    /// <summary>Rows up to which an aggregate is made.</summary>
    public const int Aggregate = 50_000;

    /// <summary>Most rows that a total counts.</summary>
    public const int Total = 5000;

    private const int Links = 15;
    private const int Conditions = 500;

    // Deeper than any query that a person or program writes; keeps SQLite's and our own recursion safe.
    private const int Depth = 100;
    private const int Values = 30_000;

    /// <summary>Refuses a query with too many parts. Checked before anything is made of it.</summary>
    public static void Check(TableQuery query)
    {
        var counted = default(Counted);
        Count(query.Root, ref counted, 0);
        if (counted.Links > Links)
        {
            throw Faults.Create(QueryErrors.TooManyLinks, "Number of link entities in query exceeded maximum limit.");
        }

        if (counted.Conditions + counted.Links > Conditions || counted.Values > Values)
        {
            throw Faults.Create(QueryErrors.TooManyConditions, "Number of conditions in query exceeded maximum limit.");
        }

        CheckPaging(query);
    }

    /// <summary>Refuses elements that lie too deep in each other.</summary>
    public static void CheckDepth(int depth)
    {
        if (depth > Depth)
        {
            throw Faults.Create(QueryErrors.TooManyConditions, "Number of conditions in query exceeded maximum limit: filters and links lie too deep in each other.");
        }
    }

    private static void CheckPaging(TableQuery query)
    {
        if (query.Top is { } top)
        {
            if (query.PageSize > 0 || query.Page > 1 || query.PagingCookie is not null)
            {
                throw Faults.Argument("The Top.Count property can't be specified with PagingInfo: use either top or pages.");
            }

            if (query.CountAll)
            {
                throw Faults.Argument("ReturnTotalRecordCount can't be used together with top.");
            }

            if (top < 1)
            {
                throw Faults.Create(QueryErrors.ValueGreaterThanZero, "A value greater than zero must be specified: top.");
            }

            if (top > LargestPage)
            {
                throw Faults.Argument("The value of top can't exceed 5000. Use pages to read more rows.");
            }
        }

        if (query.PageSize < 0 || query.Page < 1)
        {
            throw Faults.Create(QueryErrors.ValueGreaterThanZero, "A value greater than zero must be specified: count and page.");
        }
    }

    private static void Count(QuerySource source, ref Counted counted, int depth)
    {
        CheckDepth(depth);
        if (source.Filter is not null)
        {
            Count(source.Filter, ref counted, depth + 1);
        }

        foreach (var link in source.Links)
        {
            counted.Links++;
            Count(link, ref counted, depth + 1);
        }
    }

    private static void Count(QueryFilter filter, ref Counted counted, int depth)
    {
        CheckDepth(depth);
        foreach (var condition in filter.Conditions)
        {
            counted.Conditions++;
            counted.Values += condition.Values.Count;
        }

        foreach (var inner in filter.Filters)
        {
            Count(inner, ref counted, depth + 1);
        }

        foreach (var link in filter.Links)
        {
            counted.Links++;
            Count(link, ref counted, depth + 1);
        }
    }

    private record struct Counted(int Links, int Conditions, int Values);
}
