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
            if (value is not null && table.Find(name) is { } column && !Fits(column.Type, value))
            {
                throw Faults.WrongType(table, column, value, Expected(column.Type));
            }
        }
    }

    private static bool Fits(ColumnType type, object value) => type switch
    {
        ColumnType.Text or ColumnType.Memo => value is string,
        ColumnType.WholeNumber => value is int,
        ColumnType.BigNumber => value is long,
        ColumnType.Floating => value is double,
        ColumnType.Decimal => value is decimal,
        ColumnType.Money => value is Money,
        ColumnType.YesNo => value is bool,
        ColumnType.DateTime => value is DateTime,
        ColumnType.Choice or ColumnType.State or ColumnType.Status => value is OptionSetValue,
        ColumnType.Choices => value is OptionSetValueCollection,
        ColumnType.Lookup => value is EntityReference,
        ColumnType.Id or ColumnType.Guid => value is Guid,
        ColumnType.Image => value is byte[],
        _ => true, // refused or left aside whatever was sent
    };

    private static string Expected(ColumnType type) => type switch
    {
        ColumnType.Text or ColumnType.Memo => nameof(String),
        ColumnType.WholeNumber => nameof(Int32),
        ColumnType.BigNumber => nameof(Int64),
        ColumnType.Floating => nameof(Double),
        ColumnType.Decimal => nameof(Decimal),
        ColumnType.Money => nameof(Money),
        ColumnType.YesNo => nameof(Boolean),
        ColumnType.DateTime => nameof(DateTime),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => nameof(OptionSetValue),
        ColumnType.Choices => nameof(OptionSetValueCollection),
        ColumnType.Lookup => nameof(EntityReference),
        ColumnType.Image => "Byte[]",
        _ => nameof(Guid),
    };
}
