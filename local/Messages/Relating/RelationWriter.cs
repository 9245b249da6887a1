using System;
using System.Collections.Generic;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Relating;

/// <summary>
/// Relates rows and parts them again. In a one-to-many relation that is an update of the lookup, with its steps; in a many-to-many
/// relation a pair is written or removed.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/org-service/entity-operations-associate-disassociate">Associate and disassociate</see></remarks>
internal sealed class RelationWriter(Organization organization)
{
    /// <summary>Relates a row to others.</summary>
    public void Relate(RelationView view, EntityReference row, IReadOnlyList<EntityReference> others, Caller caller)
    {
        switch (view.End)
        {
            case RelationEnd.Parent:
                foreach (var child in others)
                {
                    Point(child, view.Lookup, row, caller);
                }

                break;
            case RelationEnd.Child:
                RefuseSeveral(view, others);
                Point(row, view.Lookup, others[0], caller);
                break;
            default:
                foreach (var other in others)
                {
                    Pair(view, row, other, caller);
                }

                break;
        }
    }

    /// <summary>Parts a row from others; those that are not related to it stay as they are.</summary>
    public void Part(RelationView view, EntityReference row, IReadOnlyList<EntityReference> others, Caller caller)
    {
        switch (view.End)
        {
            case RelationEnd.Parent:
                foreach (var child in others)
                {
                    Release(child, view.Lookup, row, caller);
                }

                break;
            case RelationEnd.Child:
                RefuseSeveral(view, others);
                Release(row, view.Lookup, others[0], caller);
                break;
            default:
                foreach (var other in others)
                {
                    Unpair(view, row, other, caller);
                }

                break;
        }
    }

    private static void RefuseSeveral(RelationView view, IReadOnlyList<EntityReference> others)
    {
        if (others.Count != 1)
        {
            throw Faults.Argument($"A row has one '{view.Lookup}': the relationship '{view.Relation.Name}' can't relate it to {others.Count} rows.");
        }
    }

    private void Point(EntityReference child, string lookup, EntityReference? parent, Caller caller) => organization.Writer.Update(
        [new Entity(child.LogicalName, child.Id) { [lookup] = parent }], caller, new UpdateRequest(), multiple: false);

    private void Release(EntityReference child, string lookup, EntityReference parent, Caller caller)
    {
        var table = organization.Table(child.LogicalName);
        var row = organization.Rows.Read(table, child.Id, [table[lookup]]) ?? throw Faults.MissingRow(table.Name, child.Id);
        if (row.GetAttributeValue<EntityReference>(lookup)?.Id == parent.Id)
        {
            Point(child, lookup, null, caller);
        }
    }

    private void Pair(RelationView view, EntityReference row, EntityReference other, Caller caller)
    {
        Check(row);
        Check(other);
        organization.Access.Pairing.Demand(view.Pairs, row, other, caller, isNew: true);
        var table = organization.Table(view.Pairs.IntersectTable);
        List<Cell> cells =
        [
            new(table.PrimaryId.Name, Cells.ToBytes(Guid.CreateVersion7(organization.Options.Clock.GetUtcNow()))),
            new(view.OwnColumn, Cells.ToBytes(row.Id)),
            new(view.OtherColumn, Cells.ToBytes(other.Id)),
            new("versionnumber", organization.Counters.NextVersion()),
        ];
        try
        {
            organization.Rows.Insert(table, cells);
        }
        catch (SqliteException e) when (SqliteErrors.IsUniqueViolation(e))
        {
            throw Faults.DuplicatePair(view.Pairs, row.Id, other.Id);
        }
    }

    private void Unpair(RelationView view, EntityReference row, EntityReference other, Caller caller)
    {
        Check(row);
        Check(other);
        organization.Access.Pairing.Demand(view.Pairs, row, other, caller, isNew: false);
        organization.Rows.DeleteWhere(
            organization.Table(view.Pairs.IntersectTable), (view.OwnColumn, Cells.ToBytes(row.Id)), (view.OtherColumn, Cells.ToBytes(other.Id)));
    }

    private void Check(EntityReference row)
    {
        var table = organization.Table(row.LogicalName);
        if (!organization.Rows.Exists(table, row.Id))
        {
            throw Faults.MissingRow(table.Name, row.Id);
        }
    }
}
