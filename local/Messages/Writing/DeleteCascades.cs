using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>What the deletion of a row does to the rows that point to it: refuse, delete them too, or empty their lookup.</summary>
internal sealed class DeleteCascades(Organization organization)
{
    private readonly HashSet<Guid> _running = [];

    public void Apply(TableMetadata table, Guid id, Caller caller)
    {
        // A refusal comes before any change.
        foreach (var relation in table.Children)
        {
            if (relation.OnDelete == DeleteCascade.Restrict && Children(relation, id).Count > 0)
            {
                throw Faults.StillReferenced(table, id, relation);
            }
        }

        foreach (var relation in table.Children)
        {
            switch (relation.OnDelete)
            {
                case DeleteCascade.Cascade:
                    DeleteChildren(relation, id, caller);
                    break;
                case DeleteCascade.RemoveLink:
                    RemoveLinks(relation, id);
                    break;
            }
        }

        RemovePairs(table, id);
        organization.Writer.Parties.Delete(table, id);
    }

    /// <summary>Deletes the children, but for those whose own deletion led here: rows may point to each other in a circle.</summary>
    private void DeleteChildren(RelationMetadata relation, Guid id, Caller caller)
    {
        _running.Add(id);
        try
        {
            foreach (var child in Children(relation, id))
            {
                if (!_running.Contains(child))
                {
                    organization.Writer.Delete(new EntityReference(relation.ChildTable, child), caller, new OrganizationRequest("Delete"));
                }
            }
        }
        finally
        {
            _running.Remove(id);
        }
    }

    /// <summary>The pairs of the row in every many-to-many relation go with it.</summary>
    private void RemovePairs(TableMetadata table, Guid id)
    {
        foreach (var relation in table.ManyToMany)
        {
            var pairs = organization.Table(relation.IntersectTable);
            if (relation.FirstTable == table.Name)
            {
                organization.Rows.DeleteWhere(pairs, (relation.FirstColumn, Cells.ToBytes(id)));
            }

            if (relation.SecondTable == table.Name)
            {
                organization.Rows.DeleteWhere(pairs, (relation.SecondColumn, Cells.ToBytes(id)));
            }
        }
    }

    private List<Guid> Children(RelationMetadata relation, Guid id)
    {
        var table = organization.Table(relation.ChildTable);
        return organization.Rows.Find(table, table[relation.ChildColumn], Cells.ToBytes(id));
    }

    /// <summary>Empties the lookups. As in the platform this is no update: no steps run.</summary>
    private void RemoveLinks(RelationMetadata relation, Guid id)
    {
        var table = organization.Table(relation.ChildTable);
        var column = table[relation.ChildColumn];
        foreach (var child in Children(relation, id))
        {
            List<Cell> cells = [];
            Cells.Add(cells, column, null);
            cells.Add(new Cell("versionnumber", organization.Counters.NextVersion()));
            organization.Rows.Update(table, child, cells);
        }
    }
}
