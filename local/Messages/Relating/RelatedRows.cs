using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Relating;

/// <summary>
/// The rows that a create or update carries along in <see cref="Entity.RelatedEntities"/>: those that the row points to are saved
/// before it, the others after it, each as a message of its own, all in one transaction. A related row that exists is updated with the
/// columns it brings, if any; one that does not exist is created.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/org-service/entity-operations-create#create-related-entities-in-one-operation">Create related entities in one operation</see></remarks>
internal sealed class RelatedRows(Organization organization)
{
    /// <summary>Writes the row with what it carries.</summary>
    /// <param name="target">The row as it was sent; left as it is.</param>
    /// <param name="caller">Who writes.</param>
    /// <param name="write">Writes the row itself and answers its id.</param>
    public Guid Write(Entity target, Caller caller, Func<Entity, Guid> write)
    {
        if (target.RelatedEntities.Count == 0)
        {
            return write(target);
        }

        List<(Relationship Relationship, RelationView View, EntityCollection Rows)> related =
            [.. target.RelatedEntities.Select(r => (r.Key, RelationView.Of(organization.Metadata, target.LogicalName, r.Key), r.Value))];
        return organization.Transactions.Run(() =>
        {
            var row = RowCopy.Of(target, target.Id);
            row.KeyAttributes = target.KeyAttributes;
            foreach (var (_, view, rows) in related.Where(r => r.View.End == RelationEnd.Child))
            {
                SetParent(row, view, rows, caller);
            }

            var reference = new EntityReference(target.LogicalName, write(row));
            foreach (var (relationship, view, rows) in related.Where(r => r.View.End != RelationEnd.Child))
            {
                AddOthers(reference, relationship, view, rows, caller);
            }

            return reference.Id;
        });
    }

    private void SetParent(Entity row, RelationView view, EntityCollection rows, Caller caller)
    {
        if (rows.Entities.Count != 1)
        {
            throw Faults.Argument($"A row has one '{view.Lookup}': the relationship '{view.Relation.Name}' can't relate it to {rows.Entities.Count} rows.");
        }

        var parent = Save(rows.Entities[0], view.OtherTable, caller);
        if (!PointsTo(row, view.Lookup, parent))
        {
            row[view.Lookup] = parent;
        }
    }

    private void AddOthers(EntityReference row, Relationship relationship, RelationView view, EntityCollection rows, Caller caller)
    {
        if (view.End == RelationEnd.Parent)
        {
            foreach (var child in rows.Entities)
            {
                var copy = RowCopy.Of(child, child.Id);
                copy.KeyAttributes = child.KeyAttributes;
                copy.RelatedEntities.AddRange(child.RelatedEntities);
                copy[view.Lookup] = row;
                Save(copy, view.OtherTable, caller);
            }

            return;
        }

        organization.Messages.Execute(
            new AssociateRequest
            {
                Target = row,
                Relationship = relationship,
                RelatedEntities = [.. rows.Entities.Select(r => Save(r, view.OtherTable, caller))],
            },
            caller);
    }

    private EntityReference Save(Entity row, string expected, Caller caller)
    {
        if (row.LogicalName != expected)
        {
            throw Faults.Argument($"A related row is of the table '{row.LogicalName}', where the relationship has '{expected}'.");
        }

        var table = organization.Table(row.LogicalName);
        var named = Writing.KeyLookup.IdOf(table, row) is not null || row.KeyAttributes.Count > 0;
        if (!named || organization.Writer.Keys.Find(table, row) is not { } id)
        {
            return new EntityReference(table.Name, ((CreateResponse)organization.Messages.Execute(new CreateRequest { Target = row }, caller)).id);
        }

        if (row.RelatedEntities.Count > 0 || row.Attributes.Keys.Any(c => c != table.PrimaryId.Name))
        {
            organization.Messages.Execute(new UpdateRequest { Target = row }, caller);
        }

        return new EntityReference(table.Name, id);
    }

    /// <summary>Whether an existing row points there already, so that an update need not say so.</summary>
    private bool PointsTo(Entity row, string lookup, EntityReference parent)
    {
        var table = organization.Table(row.LogicalName);
        return Writing.KeyLookup.IdOf(table, row) is { } id
            && organization.Rows.Read(table, id, [table[lookup]])?.GetAttributeValue<EntityReference>(lookup)?.Id == parent.Id;
    }
}
