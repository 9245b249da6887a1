namespace CrmAddon.Local.Query;

/// <summary>A column of the result, plain or aggregated.</summary>
internal sealed record QueryColumn(string Name, string? Alias = null)
{
    public QueryAggregate Aggregate { get; init; }

    public bool GroupBy { get; init; }

    public QueryDatePart DatePart { get; init; }

    public bool CountDistinct { get; init; }

    /// <summary>Whether parts of dates are those of the user's time zone; else those of UTC.</summary>
    public bool UserTimeZone { get; init; } = true;

    /// <summary>The number of rows directly below in the table's hierarchy, instead of the column's value.</summary>
    public bool CountsChildren { get; init; }
}

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
    FiscalPeriod,
    FiscalYear,
}
