using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Query.Results;

/// <summary>One column of the SQL result and what becomes of it in the row that the caller gets.</summary>
/// <param name="Name">Attribute in the row.</param>
/// <param name="Column">Column that it comes from.</param>
/// <param name="Table">Table of that column.</param>
/// <param name="Ordinal">Place in the SQL result.</param>
/// <param name="IsAliased">Whether the value is wrapped with the name of its table and column.</param>
/// <param name="Kind">How the value is read.</param>
internal sealed record ResultColumn(string Name, ColumnMetadata Column, string Table, int Ordinal, bool IsAliased, ResultKind Kind);

internal enum ResultKind
{
    /// <summary>As the column's type.</summary>
    Value,

    /// <summary>A whole number: counts and parts of dates.</summary>
    Number,

    /// <summary>The sum, zero of nothing.</summary>
    Sum,

    /// <summary>The sum at the ordinal divided by the count after it, exactly.</summary>
    Average,

    /// <summary>The smallest or largest value, or none.</summary>
    Extreme,

    /// <summary>The row's id.</summary>
    Id,

    /// <summary>The row's version.</summary>
    Version,

    /// <summary>Fiscal year and period in one number.</summary>
    FiscalPeriod,

    /// <summary>A fiscal year.</summary>
    FiscalYear,
}
