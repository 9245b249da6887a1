using System;
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

        // Columns that only name the row are part of it: a row created by key has the key's values.
        foreach (var (name, value) in row.KeyAttributes)
        {
            copy.Attributes.TryAdd(name, value);
        }

        return copy;
    }

    private static void TryAdd(this AttributeCollection attributes, string name, object? value)
    {
        if (!attributes.Contains(name))
        {
            attributes[name] = value;
        }
    }
}
