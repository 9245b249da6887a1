using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>
/// What a new owner of a row does to the rows that point to it: they are assigned too, all, the active ones or those of the former owner,
/// each by an update with its steps. A row that has the owner already is left alone, which ends circles.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/configure-entity-relationship-cascading-behavior">Cascading behavior</see></remarks>
internal sealed class AssignCascades(Organization organization)
{
    private readonly Dictionary<TableMetadata, RelationMetadata[]> _relations = [];

    /// <summary>The owner that a row has before an update, where the update may give it another and rows below follow.</summary>
    public EntityReference? OwnerBefore(TableMetadata table, Entity target) =>
        table.IsUserOwned && target.Contains("ownerid") && Relations(table).Length > 0
            ? organization.Rows.Read(table, target.Id, [table["ownerid"]])?.GetAttributeValue<EntityReference>("ownerid")
            : null;

    /// <summary>Called after the update.</summary>
    public void Apply(TableMetadata table, Guid id, EntityReference? before, Caller caller)
    {
        if (before is null || organization.Rows.Read(table, id, [table["ownerid"]])?.GetAttributeValue<EntityReference>("ownerid") is not { } now || now.Id == before.Id)
        {
            return;
        }

        foreach (var relation in Relations(table))
        {
            var children = organization.Table(relation.ChildTable);
            foreach (var child in Followers(relation, children, id, before.Id, now.Id))
            {
                organization.Writer.Update([new Entity(children.Name, child) { ["ownerid"] = now }], caller, new UpdateRequest(), multiple: false);
            }
        }
    }

    private RelationMetadata[] Relations(TableMetadata table)
    {
        if (!_relations.TryGetValue(table, out var relations))
        {
            relations = [.. table.Children.Where(r => r.OnAssign != Cascade.NoCascade && organization.Table(r.ChildTable).IsUserOwned)];
            _relations.Add(table, relations);
        }

        return relations;
    }

    private List<Guid> Followers(RelationMetadata relation, TableMetadata children, Guid parent, Guid before, Guid now)
    {
        var which = relation.OnAssign switch
        {
            Cascade.Active when children.States is not null => " AND statecode = 0 AND @1 IS NOT NULL",
            Cascade.UserOwned => " AND ownerid = @1",
            _ => " AND @1 IS NOT NULL",
        };
        var id = children.PrimaryId.Name;
        return organization.Database
            .Prepare($"SELECT \"{id}\" FROM \"{children.Name}\" WHERE \"{relation.ChildColumn}\" = @0 AND ownerid <> @2{which}")
            .List([Cells.ToBytes(parent), Cells.ToBytes(before), Cells.ToBytes(now)], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0)));
    }
}
