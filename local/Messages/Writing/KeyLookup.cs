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
            throw Faults.Argument($"Entity Id must be specified to update a row of '{table.Name}'.");
        }

        return FindByKey(table, row.KeyAttributes) ?? throw Faults.MissingKey(table.Name, Describe(row.KeyAttributes));
    }

    /// <summary>The id of the row that an upsert names, or null where it is to be created.</summary>
    public Guid? Find(TableMetadata table, Entity row)
    {
        if (row.KeyAttributes.Count > 0)
        {
            return FindByKey(table, row.KeyAttributes);
        }

        return IdOf(table, row) is { } id
            ? rows.Exists(table, id) ? id : null
            : throw Faults.Argument($"Upsert of '{table.Name}' needs an id or the values of an alternate key.");
    }

    public static Guid? IdOf(TableMetadata table, Entity row)
    {
        if (row.Id != Guid.Empty)
        {
            return row.Id;
        }

        return row.Attributes.TryGetValue(table.PrimaryId.Name, out var value) && value is Guid id && id != Guid.Empty ? id : null;
    }

    private Guid? FindByKey(TableMetadata table, KeyAttributeCollection attributes)
    {
        var key = table.Keys.FirstOrDefault(k => k.Columns.Count == attributes.Count && k.Columns.All(attributes.ContainsKey))
            ?? throw Faults.Argument($"The columns {string.Join(", ", attributes.Keys)} are no alternate key of '{table.Name}'.");
        var cells = new object?[key.Columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var column = table[key.Columns[i]];
            var value = values.Check(table, column, attributes[column.Name]);
            cells[i] = value is null ? null : Cells.ToCell(column, value);
        }

        return rows.FindByKey(table, key, cells);
    }

    private static string Describe(KeyAttributeCollection attributes) =>
        string.Join(", ", attributes.Select(a => $"{a.Key} = {(a.Value is EntityReference r ? r.Id : a.Value)}"));
}
