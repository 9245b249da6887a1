using System;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>A row that gets another owner takes the rows below it along, as far as its relations say. No steps run for those.</summary>
internal sealed class AssignCascade(Organization organization)
{
    // The owner of the row that is being written; between the two calls nothing else is written.
    private Guid? _formerOwner;

    /// <summary>Called before a row is written.</summary>
    public void Before(TableMetadata table, Entity target) =>
        _formerOwner = table.IsUserOwned && target.Contains("ownerid") && HasCascades(table)
            ? RowPlace.Read(organization.Database, table, target.Id)?.Owner
            : null;

    /// <summary>Called when the row was written.</summary>
    public void After(TableMetadata table, Entity target, Caller caller)
    {
        if (_formerOwner is not { } former || target.GetAttributeValue<EntityReference>("ownerid") is not { } owner || owner.Id == former)
        {
            return;
        }

        foreach (var relation in table.Children)
        {
            var child = organization.Table(relation.ChildTable);
            if (relation.OnAssign == Cascade.NoCascade || !child.IsUserOwned)
            {
                continue;
            }

            var condition = relation.OnAssign switch
            {
                Cascade.Active when child.States is not null => " AND statecode = 0",
                Cascade.UserOwned => " AND ownerid = @1",
                _ => string.Empty,
            };
            var rows = organization.Database
                .Prepare($"SELECT \"{child.PrimaryId.Name}\" FROM \"{child.Name}\" WHERE \"{relation.ChildColumn}\" = @0 AND ownerid <> @2{condition} AND @1 IS NOT NULL")
                .List([Cells.ToBytes(target.Id), Cells.ToBytes(former), Cells.ToBytes(owner.Id)], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0)));
            foreach (var row in rows)
            {
                organization.Writer.Store(child, new Entity(child.Name, row) { ["ownerid"] = owner }, caller);
            }
        }
    }

    private static bool HasCascades(TableMetadata table)
    {
        foreach (var relation in table.Children)
        {
            if (relation.OnAssign != Cascade.NoCascade)
            {
                return true;
            }
        }

        return false;
    }
}
