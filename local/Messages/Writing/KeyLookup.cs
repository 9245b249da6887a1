using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>Finds the row that an id or an alternate key names.</summary>
internal sealed class KeyLookup(Rows rows, ValueRules values)
{
    /// <summary>The id that a reference names; by its key where it has no id.</summary>
    public Guid Resolve(TableMetadata table, EntityReference reference) =>
        reference.Id != Guid.Empty ? reference.Id : FindByKey(table, reference.KeyAttributes)
            ?? throw Faults.MissingKey(table.Name, Describe(reference.KeyAttributes));

    /// <summary>The id of the row that an update names.</summary>
    public Guid Resolve(TableMetadata table, Entity row)
    {
        if (IdOf(table, row) is { } id)
        {
            return id;
        }

        if (row.KeyAttributes.Count == 0)
        {
            throw Faults.Argument($"Entity Id must be specified for Update (row of '{table.Name}').");
        }

        return FindByKey(table, row.KeyAttributes) ?? throw Faults.MissingKey(table.Name, Describe(row.KeyAttributes));
    }

    /// <summary>The id of the row that an upsert names, or null where it is to be created. An id counts before a key.</summary>
    /// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/use-upsert-insert-update-record#understand-the-upsert-process-for-standard-tables">The upsert process</see></remarks>
    public Guid? Find(TableMetadata table, Entity row)
    {
        if (IdOf(table, row) is { } id)
        {
            return rows.Exists(table, id) ? id : null;
        }

        return row.KeyAttributes.Count > 0
            ? FindByKey(table, row.KeyAttributes)
            : throw Faults.Argument($"Upsert of '{table.Name}' needs an id or the values of an alternate key.");
    }

    /// <summary>The id that a row carries, in its property or among its columns.</summary>
    public static Guid? IdOf(TableMetadata table, Entity row)
    {
        var among = row.Attributes.TryGetValue(table.PrimaryId.Name, out var value) && value is Guid given && given != Guid.Empty ? given : (Guid?)null;
        if (row.Id == Guid.Empty)
        {
            return among;
        }

        return among is null || among == row.Id ? row.Id : throw Faults.TwoIds(table, row.Id, among.Value);
    }

    /// <summary>A key's value in the column's own type: ids stand for lookups there, numbers for choices.</summary>
    public static object? Typed(ColumnMetadata column, object? value) => (column.Type, value) switch
    {
        (ColumnType.Lookup, Guid id) when column.Targets.Count == 1 => new EntityReference(column.Targets[0], id),
        (ColumnType.Choice or ColumnType.State or ColumnType.Status, int number) => new OptionSetValue(number),
        (ColumnType.Decimal, int number) => (decimal)number,
        _ => value,
    };

    private Guid? FindByKey(TableMetadata table, KeyAttributeCollection attributes)
    {
        var key = table.Keys.FirstOrDefault(k => k.Columns.Count == attributes.Count && k.Columns.All(attributes.ContainsKey))
            ?? throw Faults.Argument($"The columns {string.Join(", ", attributes.Keys)} are no alternate key of '{table.Name}'.");
        var cells = new object?[key.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var column = table[key.Columns[i]];
            var value = values.Check(table, column, Typed(column, attributes[column.Name]))
                ?? throw Faults.Argument($"The key value of '{table.Name}.{column.Name}' is missing: a row without it is not covered by the alternate key.");
            cells[i] = Cells.ToCell(column, value);
        }

        return rows.FindByKey(table, key, cells);
    }

    private static string Describe(KeyAttributeCollection attributes) =>
        string.Join(", ", attributes.Select(a => $"{a.Key} = {(a.Value is EntityReference r ? r.Id : a.Value)}"));
}
