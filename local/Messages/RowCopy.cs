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

        return copy;
    }

    /// <summary>The row to create: columns that only named it by key are part of it.</summary>
    public static Entity WithKey(Entity row, Guid id)
    {
        var copy = Of(row, id);
        foreach (var (name, value) in row.KeyAttributes)
        {
            if (!copy.Attributes.Contains(name))
            {
                copy.Attributes[name] = value;
            }
        }

        return copy;
    }
}
