using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Rows;

/// <summary>
/// Writes rows of components, solutions and import jobs. It is the platform itself that writes here: no steps run, and columns that nobody else
/// may write are written. A row that is as it should be is not touched.
/// </summary>
internal sealed class ComponentRows(Organization organization)
{
    /// <summary>Makes the row, or changes what differs. Columns that the table lacks are left out.</summary>
    /// <returns>Whether anything was written.</returns>
    public bool Put(string tableName, Guid id, IEnumerable<KeyValuePair<string, object?>> values)
    {
        var table = organization.Table(tableName);
        var wanted = values
            .Select(v => (Column: table.Find(v.Key), v.Value))
            .Where(v => v.Column is { Type: not ColumnType.Id })
            .Select(v => (Column: v.Column!, Value: ComponentValues.Of(v.Column!, v.Value)))
            .ToList();
        var stored = organization.Rows.Read(table, id, [.. wanted.Select(w => w.Column)]);
        if (stored is null)
        {
            Insert(table, id, wanted);
            return true;
        }

        wanted.RemoveAll(w => ComponentValues.Same(stored.Attributes.TryGetValue(w.Column.Name, out var value) ? value : null, w.Value));
        if (wanted.Count == 0)
        {
            return false;
        }

        List<Cell> cells = [new("versionnumber", organization.Counters.NextVersion())];
        wanted.ForEach(w => Cells.Add(cells, w.Column, w.Value));
        if (table.Find("modifiedon") is { } modified)
        {
            Cells.Add(cells, modified, organization.Now);
        }

        organization.Rows.Update(table, id, cells);
        return true;
    }

    public bool Exists(string table, Guid id) => organization.Rows.Exists(organization.Table(table), id);

    public bool Remove(string table, Guid id) => organization.Rows.Delete(organization.Table(table), id);

    private void Insert(TableMetadata table, Guid id, List<(ColumnMetadata Column, object? Value)> wanted)
    {
        var user = new EntityReference("systemuser", organization.Ids.SystemUser);
        var row = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [table.PrimaryId.Name] = id,
            ["createdon"] = organization.Now,
            ["modifiedon"] = organization.Now,
            ["createdby"] = user,
            ["modifiedby"] = user,
        };
        if (table.IsUserOwned)
        {
            row["ownerid"] = row["owninguser"] = user;
            row["owningbusinessunit"] = new EntityReference("businessunit", organization.Ids.BusinessUnit);
        }

        if (table.States is { } states)
        {
            row["statecode"] = new OptionSetValue(states.States[0].Value);
            row["statuscode"] = new OptionSetValue(states.States[0].DefaultStatus);
        }

        foreach (var column in table.Defaults)
        {
            row[column.Name] = column.Type == ColumnType.YesNo ? column.Default == 1 : new OptionSetValue(column.Default!.Value);
        }

        foreach (var (column, value) in wanted.Where(w => w.Value is not null))
        {
            row[column.Name] = value;
        }

        List<Cell> cells = [new("versionnumber", organization.Counters.NextVersion())];
        foreach (var (name, value) in row)
        {
            if (table.Find(name) is { } column)
            {
                Cells.Add(cells, column, value);
            }
        }

        organization.Rows.Insert(table, cells);
    }
}
