using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>
/// Refuses values that are not of their column's type before anything reads the row: rights, completions and the platform's own rules take
/// the types for granted. Lengths, ranges and targets are looked at when the row is stored.
/// </summary>
internal static class SentTypes
{
    public static void Check(TableMetadata table, IReadOnlyList<RowEvent> rows)
    {
        foreach (var row in rows)
        {
            Check(table, row.Target!);
        }
    }

    public static void Check(TableMetadata table, Entity row)
    {
        foreach (var (name, value) in row.Attributes)
        {
            // Columns that the table does not have are refused, or left aside, where the row is stored.
            if (value is not null && table.Find(name) is { } column
                && TypeOf(column.Type) is { } expected && !expected.IsInstanceOfType(value))
            {
                throw Faults.WrongType(table, column, value, expected.Name);
            }
        }
    }

    /// <summary>What a column's values are in the SDK; null where whatever was sent is refused or left aside.</summary>
    private static Type? TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text or ColumnType.Memo => typeof(string),
        ColumnType.WholeNumber => typeof(int),
        ColumnType.BigNumber => typeof(long),
        ColumnType.Floating => typeof(double),
        ColumnType.Decimal => typeof(decimal),
        ColumnType.Money => typeof(Money),
        ColumnType.YesNo => typeof(bool),
        ColumnType.DateTime => typeof(DateTime),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => typeof(OptionSetValue),
        ColumnType.Choices => typeof(OptionSetValueCollection),
        ColumnType.Lookup => typeof(EntityReference),
        ColumnType.Id or ColumnType.Guid => typeof(Guid),
        ColumnType.Image => typeof(byte[]),
        _ => null,
    };
}
