using System;
using CrmAddon.Local.Messages.Writing;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>Copies what a caller sent, so that what steps change in it stays inside, as it does over the wire.</summary>
internal static class RowCopy
{
    public static Entity Of(Entity row, Guid id)
    {
        var copy = new Entity(row.LogicalName, id) { RowVersion = row.RowVersion };
        foreach (var (name, value) in row.Attributes)
        {
            copy.Attributes[name] = value;
        }

        return copy;
    }

    /// <summary>The row to create: columns that only named it by key are part of it.</summary>
    public static Entity WithKey(TableMetadata table, Entity row, Guid id)
    {
        var copy = Of(row, id);
        foreach (var (name, value) in row.KeyAttributes)
        {
            if (!copy.Attributes.Contains(name))
            {
                copy.Attributes[name] = table.Find(name) is { } column ? KeyLookup.Typed(column, value) : value;
            }
        }

        return copy;
    }

    /// <summary>The row to update: columns that name it by key are no part of what is written.</summary>
    public static Entity WithoutKey(Entity row, Guid id)
    {
        var copy = Of(row, id);
        foreach (var (name, _) in row.KeyAttributes)
        {
            copy.Attributes.Remove(name);
        }

        return copy;
    }
}
