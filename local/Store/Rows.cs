using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Store;

/// <summary>Single rows by id or key. Values are checked before they come here.</summary>
internal sealed class Rows(Database database)
{
    // Every call runs under the database's gate, so one builder will do.
    private readonly StringBuilder _text = new(1024);

    /// <summary>A row is about to be written: its table and id, which is empty for a new row.</summary>
    public event Action<string, Guid>? Changed;

    public void Insert(TableMetadata table, List<Cell> cells)
    {
        Changed?.Invoke(table.Name, Guid.Empty);
        var sql = Text().Append("INSERT INTO \"").Append(table.Name).Append("\" (");
        for (var i = 0; i < cells.Count; i++)
        {
            sql.Append(i == 0 ? "\"" : ", \"").Append(cells[i].Column).Append('"');
        }

        sql.Append(") VALUES (");
        for (var i = 0; i < cells.Count; i++)
        {
            sql.Append(i == 0 ? "@" : ", @").Append(CultureInfo.InvariantCulture, $"{i}");
        }

        database.Run(sql.Append(')').ToString(), Values(cells, 0));
    }

    /// <summary>False where there is no such row, or not in the expected version.</summary>
    public bool Update(TableMetadata table, Guid id, List<Cell> cells, long? expectedVersion = null)
    {
        Changed?.Invoke(table.Name, id);
        var sql = Text().Append("UPDATE \"").Append(table.Name).Append("\" SET ");
        for (var i = 0; i < cells.Count; i++)
        {
            sql.Append(i == 0 ? "\"" : ", \"").Append(cells[i].Column).Append("\" = @").Append(CultureInfo.InvariantCulture, $"{i}");
        }

        sql.Append(CultureInfo.InvariantCulture, $" WHERE \"{table.PrimaryId.Name}\" = @{cells.Count}");
        var values = Values(cells, expectedVersion is null ? 1 : 2);
        values[cells.Count] = Cells.ToBytes(id);
        if (expectedVersion is { } version)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND versionnumber = @{cells.Count + 1}");
            values[^1] = version;
        }

        return database.Run(sql.ToString(), values) > 0;
    }

    public bool Delete(TableMetadata table, Guid id)
    {
        Changed?.Invoke(table.Name, id);
        return database.Run($"DELETE FROM \"{table.Name}\" WHERE \"{table.PrimaryId.Name}\" = @0", Cells.ToBytes(id)) > 0;
    }

    /// <summary>Deletes the rows that have these values; tells how many there were.</summary>
    public int DeleteWhere(TableMetadata table, params ReadOnlySpan<(string Column, object Value)> cells)
    {
        Changed?.Invoke(table.Name, Guid.Empty);
        var sql = Text().Append("DELETE FROM \"").Append(table.Name).Append("\" WHERE ");
        var values = new object?[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            sql.Append(i == 0 ? "\"" : " AND \"").Append(cells[i].Column).Append("\" = @").Append(CultureInfo.InvariantCulture, $"{i}");
            values[i] = cells[i].Value;
        }

        return database.Run(sql.ToString(), values);
    }

    public bool Exists(TableMetadata table, Guid id) =>
        database.Prepare($"SELECT 1 FROM \"{table.Name}\" WHERE \"{table.PrimaryId.Name}\" = @0").Value(Cells.ToBytes(id)) is not null;

    /// <summary>The row with these columns, or null. Columns without a value are left out, as in the platform.</summary>
    public Entity? Read(TableMetadata table, Guid id, IReadOnlyList<ColumnMetadata> columns)
    {
        var sql = Text().Append("SELECT ");
        for (var i = 0; i < columns.Count; i++)
        {
            sql.Append('"').Append(columns[i].Name).Append("\", ");
            if (columns[i].IsPolymorphic)
            {
                sql.Append('"').Append(Cells.TableColumn(columns[i])).Append("\", ");
            }
        }

        sql.Append(CultureInfo.InvariantCulture, $"versionnumber FROM \"{table.Name}\" WHERE \"{table.PrimaryId.Name}\" = @0");
        Entity? entity = null;
        database.Prepare(sql.ToString()).Read([Cells.ToBytes(id)], row =>
        {
            entity = new Entity(table.Name, id);
            var ordinal = 0;
            foreach (var column in columns)
            {
                if (Cells.Read(column, row, ordinal) is { } value)
                {
                    entity.Attributes[column.Name] = value;
                    Labels.Add(entity.FormattedValues, column, column.Name, value);
                }

                ordinal += column.IsPolymorphic ? 2 : 1;
            }

            entity.Attributes[table.PrimaryId.Name] = id;
            entity.RowVersion = row.GetInt64(ordinal).ToString(CultureInfo.InvariantCulture);
        });
        return entity;
    }

    /// <summary>The ids of rows where a column has a value; by an index for lookups and keys.</summary>
    public List<Guid> Find(TableMetadata table, ColumnMetadata column, object cell) =>
        database.Prepare($"SELECT \"{table.PrimaryId.Name}\" FROM \"{table.Name}\" WHERE \"{column.Name}\" = @0")
            .List([cell], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0)));

    /// <summary>The row with these values of an alternate key, or null.</summary>
    public Guid? FindByKey(TableMetadata table, KeyMetadata key, ReadOnlySpan<object?> cells)
    {
        var sql = Text().Append("SELECT \"").Append(table.PrimaryId.Name).Append("\" FROM \"").Append(table.Name).Append("\" WHERE ");
        for (var i = 0; i < key.Columns.Count; i++)
        {
            sql.Append(i == 0 ? "\"" : " AND \"").Append(key.Columns[i]).Append("\" = @").Append(CultureInfo.InvariantCulture, $"{i}");
        }

        return database.Prepare(sql.ToString()).Value(cells) is byte[] bytes ? Cells.ToGuid(bytes) : null;
    }

    private static object?[] Values(List<Cell> cells, int more)
    {
        var values = new object?[cells.Count + more];
        for (var i = 0; i < cells.Count; i++)
        {
            values[i] = cells[i].Value;
        }

        return values;
    }

    private StringBuilder Text() => _text.Clear();
}
