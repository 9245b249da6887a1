using System.Collections.Generic;
using System.Globalization;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Query.Results;

/// <summary>Makes the rows of the answer.</summary>
internal static class RowReader
{
    public static Entity Read(string table, IReadOnlyList<ResultColumn> columns, SqliteDataReader row)
    {
        var entity = new Entity(table);
        for (var i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            switch (column.Kind)
            {
                case ResultKind.Id:
                    entity.Id = Cells.ToGuid(row.GetFieldValue<byte[]>(column.Ordinal));
                    entity.Attributes[column.Name] = entity.Id;
                    break;
                case ResultKind.Version:
                    entity.RowVersion = row.GetInt64(column.Ordinal).ToString(CultureInfo.InvariantCulture);
                    break;
                default:
                    Add(entity, column, row);
                    break;
            }
        }

        return entity;
    }

    /// <summary>The values of the keys of the order in this row, as SQLite has them.</summary>
    public static object?[] Keys(SqliteDataReader row, int first, int count)
    {
        var keys = new object?[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = row.IsDBNull(first + i) ? null : row.GetValue(first + i);
        }

        return keys;
    }

    private static void Add(Entity entity, ResultColumn column, SqliteDataReader row)
    {
        if (row.IsDBNull(column.Ordinal))
        {
            // Aggregates of nothing are there: a sum is zero, the others have no value. A group without a value is left out.
            if (column.Kind is ResultKind.Sum or ResultKind.Average or ResultKind.Extreme)
            {
                entity.Attributes[column.Name] = Aliased(column, column.Kind == ResultKind.Sum ? Zero(column.Column) : null);
            }

            return;
        }

        var value = column.Kind switch
        {
            ResultKind.Number or ResultKind.FiscalPeriod or ResultKind.FiscalYear => (int)row.GetInt64(column.Ordinal),
            ResultKind.Average => Average(column.Column, row, column.Ordinal),
            ResultKind.Sum when column.Column.Type == ColumnType.WholeNumber && row.GetInt64(column.Ordinal) is var sum and (< int.MinValue or > int.MaxValue) => sum,
            _ => Cells.Read(column.Column, row, column.Ordinal),
        };
        entity.Attributes[column.Name] = column.IsAliased ? Aliased(column, value) : value;
    }

    private static AliasedValue Aliased(ResultColumn column, object? value) => new(column.Table, column.Column.Name, value);

    private static object Zero(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Money => new Money(0m),
        ColumnType.Decimal => 0m,
        ColumnType.Floating => 0d,
        ColumnType.BigNumber => 0L,
        _ => 0,
    };

    private static object Average(ColumnMetadata column, SqliteDataReader row, int ordinal)
    {
        var count = row.GetInt64(ordinal + 1);
        return column.Type switch
        {
            ColumnType.Money => new Money(ExactMoney.ToDecimal(row.GetInt64(ordinal)) / count),
            ColumnType.Decimal => ExactDecimal.ToDecimal(row.GetFieldValue<byte[]>(ordinal)) / count,
            ColumnType.Floating => row.GetDouble(ordinal) / count,
            ColumnType.BigNumber => row.GetInt64(ordinal) / count,
            _ => (int)(row.GetInt64(ordinal) / count),
        };
    }
}
