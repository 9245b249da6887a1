using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Store;

/// <summary>A value on its way into a row: the SQL column and what SQLite keeps in it.</summary>
internal readonly record struct Cell(string Column, object? Value);

/// <summary>Between the SDK's values and what SQLite keeps. README.md has the table of both.</summary>
internal static class Cells
{
    /// <summary>SQL column that says which table a polymorphic lookup points to.</summary>
    public static string TableColumn(ColumnMetadata lookup) => lookup.Name + "__table";

    public static byte[] ToBytes(Guid id) => id.ToByteArray(bigEndian: true);

    public static Guid ToGuid(byte[] bytes) => new(bytes, bigEndian: true);

    /// <summary>Adds the cell or, for a polymorphic lookup, the two cells of a checked value.</summary>
    public static void Add(List<Cell> cells, ColumnMetadata column, object? value)
    {
        cells.Add(new Cell(column.Name, value is null ? null : ToCell(column, value)));
        if (column.IsPolymorphic)
        {
            cells.Add(new Cell(TableColumn(column), (value as EntityReference)?.LogicalName));
        }
    }

    public static object ToCell(ColumnMetadata column, object value) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => (string)value,
        ColumnType.WholeNumber => (long)(int)value,
        ColumnType.BigNumber => (long)value,
        ColumnType.Floating => (double)value,
        ColumnType.Decimal => ExactDecimal.ToBytes((decimal)value),
        ColumnType.Money => ExactMoney.ToUnits(((Money)value).Value),
        ColumnType.YesNo => (bool)value ? 1L : 0L,
        ColumnType.DateTime => Dates.ToText((DateTime)value, column.DateBehavior),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => (long)((OptionSetValue)value).Value,
        ColumnType.Choices => ToText((OptionSetValueCollection)value),
        ColumnType.Lookup => ToBytes(((EntityReference)value).Id),
        ColumnType.Id or ColumnType.Guid or ColumnType.File => ToBytes((Guid)value),
        ColumnType.Image => (byte[])value,
        _ => throw new InvalidOperationException($"{column.Type} is not stored."),
    };

    /// <summary>The value at <paramref name="ordinal"/>; a polymorphic lookup's table name is in the column after it.</summary>
    public static object? Read(ColumnMetadata column, SqliteDataReader row, int ordinal)
    {
        if (row.IsDBNull(ordinal))
        {
            return null;
        }

        return column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => row.GetString(ordinal),
            ColumnType.WholeNumber => (int)row.GetInt64(ordinal),
            ColumnType.BigNumber => row.GetInt64(ordinal),
            ColumnType.Floating => row.GetDouble(ordinal),
            ColumnType.Decimal => ExactDecimal.ToDecimal(row.GetFieldValue<byte[]>(ordinal)),
            ColumnType.Money => new Money(ExactMoney.ToDecimal(row.GetInt64(ordinal))),
            ColumnType.YesNo => row.GetInt64(ordinal) != 0,
            ColumnType.DateTime => Dates.ToDate(row.GetString(ordinal), column.DateBehavior),
            ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue((int)row.GetInt64(ordinal)),
            ColumnType.Choices => ToChoices(row.GetString(ordinal)),
            ColumnType.Lookup => new EntityReference(
                column.IsPolymorphic ? row.GetString(ordinal + 1) : column.Targets[0], ToGuid(row.GetFieldValue<byte[]>(ordinal))),
            ColumnType.Id or ColumnType.Guid or ColumnType.File => ToGuid(row.GetFieldValue<byte[]>(ordinal)),
            ColumnType.Image => row.GetFieldValue<byte[]>(ordinal),
            _ => throw new InvalidOperationException($"{column.Type} is not stored."),
        };
    }

    /// <summary>Values between commas with one before and after, so that a value can be found with LIKE.</summary>
    private static string ToText(OptionSetValueCollection values) =>
        "," + string.Concat(values.Select(v => v.Value).Order().Select(v => v.ToString(CultureInfo.InvariantCulture) + ","));

    private static OptionSetValueCollection ToChoices(string text)
    {
        var values = new OptionSetValueCollection();
        foreach (var value in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            values.Add(new OptionSetValue(int.Parse(value, CultureInfo.InvariantCulture)));
        }

        return values;
    }
}
