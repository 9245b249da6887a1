using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>
/// What a caller sent for columns that he can't write: the platform ignores it, whether the column is not valid for the operation or
/// the platform's own.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/entity-attribute-metadata#supported-operations-and-form-usage-for-columns">Supported operations for columns</see></remarks>
internal static class SentColumns
{
    /// <summary>Takes those columns out of the row; refuses columns that the table does not have.</summary>
    public static void LeaveAside(TableMetadata table, Entity row, bool isNew)
    {
        List<string>? ignored = null;
        foreach (var (name, _) in row.Attributes)
        {
            var column = table.Find(name) ?? table.FindAny(name) ?? throw Faults.NoColumn(table.Name, name);
            if (column.IsPlatformOwned || !column.IsStored || !(isNew ? CanCreate(column) : column.IsValidForUpdate))
            {
                (ignored ??= []).Add(name);
            }
        }

        foreach (var name in ignored ?? [])
        {
            row.Attributes.Remove(name);
        }
    }

    /// <summary>Every row begins in its first state: the platform's own files say so of each state column.</summary>
    private static bool CanCreate(ColumnMetadata column) => column.IsValidForCreate && column.Type != ColumnType.State;
}
