using System;
using System.Collections.Generic;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Data;

/// <summary>
/// Which row a lookup of a data file means: the one with its id, in the database or in the data; otherwise the only one with its name. Users
/// and teams that do not exist here are left out: their rows belong to the user who loads them, as the tool does it.
/// </summary>
internal sealed class DataLookups(Organization organization, IReadOnlySet<Guid> inData, Action<Remark> remark)
{
    /// <summary>The row; null where it is left out. <paramref name="isLater"/>: it is in the data, but not in the database yet.</summary>
    /// <exception cref="SolutionException">There is no such row.</exception>
    public EntityReference? Resolve(DataItem item, XElement field, TableMetadata table, ColumnMetadata column, string text, out bool isLater)
    {
        isLater = false;
        if (!Guid.TryParse(text, out var id))
        {
            throw item.Error(field, $"the lookup {table.Name}.{column.Name} has the value '{text}': a unique identifier is expected.");
        }

        var name = field.Attribute("lookupentity")?.Value.ToLowerInvariant() is { Length: > 0 } named ? named
            : column.Targets.Count == 1 ? column.Targets[0]
            : throw item.Error(field, $"the lookup {table.Name}.{column.Name} may point to several tables: its attribute lookupentity has to name one of {string.Join(", ", column.Targets)}.");
        var target = organization.Metadata.Find(name)
            ?? throw item.Error(field, $"the lookup {table.Name}.{column.Name} points to the table {name}, which no loaded solution declares.");
        if (organization.Rows.Exists(target, id))
        {
            return new EntityReference(name, id);
        }

        if (inData.Contains(id))
        {
            isLater = true;
            return new EntityReference(name, id);
        }

        var label = field.Attribute("lookupentityname")?.Value;
        if (ByName(target, label) is { } found)
        {
            return found;
        }

        if (name is "systemuser" or "team" or "businessunit")
        {
            remark(new Remark(item.Place(field), $"{table.Name}.{column.Name} is left out: there is no {name} {id} ({label}) here."));
            return null;
        }

        throw item.Error(field, $"the lookup {table.Name}.{column.Name} points to {name} {id} ({label}), which is neither in the database nor in the data.");
    }

    private EntityReference? ByName(TableMetadata target, string? name)
    {
        if (string.IsNullOrEmpty(name) || target.PrimaryName is not { } column)
        {
            return null;
        }

        var rows = organization.Rows.Find(target, column, Cells.ToCell(column, name));
        return rows.Count == 1 ? new EntityReference(target.Name, rows[0]) : null;
    }
}
