using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// Shares rows, and carries shares on to the rows below them by the cascades of their relations. Rights that came from a row above are
/// kept apart (<c>inheritedaccessrightsmask</c>), as in the platform.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/configure-entity-relationship-cascading-behavior">Cascading behavior</see>
/// </summary>
internal sealed class Sharing(Organization organization, Shares shares)
{
    /// <summary>What the owner of a parent may do with the row below it.</summary>
    private const AccessRight OfParentsOwner =
        AccessRight.Read | AccessRight.Write | AccessRight.Append | AccessRight.AppendTo | AccessRight.Delete | AccessRight.Assign | AccessRight.Share;

    private readonly Dictionary<TableMetadata, IReadOnlyList<RelationMetadata>> _parents = [];

    /// <summary>Adds rights to a share.</summary>
    public void Grant(TableMetadata table, Guid row, string principalTable, Guid principal, AccessRight rights) => organization.Transactions.Run(() =>
    {
        shares.Set(table, row, principalTable, principal, s => s with { Own = s.Own | rights });
        Below(table, row, r => r.OnShare, (child, id) => Inherit(child, id, principalTable, principal, rights));
        return true;
    });

    /// <summary>Sets the rights of a share; none ends it.</summary>
    public void Replace(TableMetadata table, Guid row, string principalTable, Guid principal, AccessRight rights) => organization.Transactions.Run(() =>
    {
        shares.Set(table, row, principalTable, principal, s => s with { Own = rights });
        Below(table, row, r => r.OnShare, (child, id) => Inherit(child, id, principalTable, principal, rights));
        Below(table, row, r => r.OnUnshare, (child, id) => Withdraw(child, id, principalTable, principal));
        return true;
    });

    /// <summary>Called when lookups of a row were written: under a parent that says so, the row is shared as the parent is, and with its owner.</summary>
    public void Reparented(TableMetadata table, Entity row)
    {
        foreach (var relation in Parents(table))
        {
            if (row.Contains(relation.ChildColumn))
            {
                Reparent(table, row.Id);
                return;
            }
        }
    }

    private void Reparent(TableMetadata table, Guid row)
    {
        var inherited = FromAbove(table, row, Parents(table), withOwner: true);

        // What came by relations that pass on shares only stays: it is not for the new parent to take it away.
        var others = FromAbove(table, row, table.Parents.Where(r => r.OnShare != Cascade.NoCascade), withOwner: false);
        foreach (var share in shares.Of(row).Where(s => s.Inherited != AccessRight.None))
        {
            var key = (share.PrincipalTable, share.Principal);
            if ((share.Inherited & others.GetValueOrDefault(key)) is not AccessRight.None and var kept)
            {
                inherited[key] = inherited.GetValueOrDefault(key) | kept;
            }
        }

        foreach (var share in shares.Of(row).Where(s => s.Inherited != AccessRight.None && !inherited.ContainsKey((s.PrincipalTable, s.Principal))))
        {
            shares.Set(table, row, share.PrincipalTable, share.Principal, s => s with { Inherited = AccessRight.None });
        }

        foreach (var ((principalTable, principal), rights) in inherited)
        {
            shares.Set(table, row, principalTable, principal, s => s with { Inherited = rights });
        }
    }

    private void Inherit(TableMetadata table, Guid row, string principalTable, Guid principal, AccessRight rights)
    {
        if (shares.Set(table, row, principalTable, principal, s => s with { Inherited = s.Inherited | rights }))
        {
            Below(table, row, r => r.OnShare, (child, id) => Inherit(child, id, principalTable, principal, rights));
        }
    }

    private void Withdraw(TableMetadata table, Guid row, string principalTable, Guid principal)
    {
        var above = FromAbove(table, row, table.Parents.Where(r => r.OnShare != Cascade.NoCascade || r.OnReparent == Cascade.Cascade), withOwner: false);
        if (shares.Set(table, row, principalTable, principal, s => s with { Inherited = above.GetValueOrDefault((principalTable, principal)) }))
        {
            Below(table, row, r => r.OnUnshare, (child, id) => Withdraw(child, id, principalTable, principal));
        }
    }

    /// <summary>The shares that a row has from the rows that it points to.</summary>
    private Dictionary<(string Table, Guid Id), AccessRight> FromAbove(
        TableMetadata table, Guid row, IEnumerable<RelationMetadata> relations, bool withOwner)
    {
        var rights = new Dictionary<(string, Guid), AccessRight>();
        void Add(string principalTable, Guid principal, AccessRight right) =>
            rights[(principalTable, principal)] = rights.GetValueOrDefault((principalTable, principal)) | right;
        foreach (var relation in relations)
        {
            var lookup = organization.Rows.Read(table, row, [table[relation.ChildColumn]])?.GetAttributeValue<EntityReference>(relation.ChildColumn);
            if (lookup is null || lookup.LogicalName != relation.ParentTable)
            {
                continue;
            }

            foreach (var share in shares.Of(lookup.Id))
            {
                Add(share.PrincipalTable, share.Principal, share.Own | share.Inherited);
            }

            var parent = organization.Table(relation.ParentTable);
            if (withOwner && parent.IsUserOwned && Owner(parent, lookup.Id) is { } owner && owner.Id != Owner(table, row)?.Id)
            {
                Add(owner.LogicalName, owner.Id, OfParentsOwner);
            }
        }

        return rights;
    }

    private EntityReference? Owner(TableMetadata table, Guid row) =>
        organization.Rows.Read(table, row, [table["ownerid"]])?.GetAttributeValue<EntityReference>("ownerid");

    /// <summary>Relations by which the table's rows take over what their parents are shared with.</summary>
    private IReadOnlyList<RelationMetadata> Parents(TableMetadata table)
    {
        if (!_parents.TryGetValue(table, out var relations))
        {
            relations = table.IsUserOwned ? [.. table.Parents.Where(r => r.OnReparent == Cascade.Cascade && r.ParentTable != r.ChildTable)] : [];
            _parents.Add(table, relations);
        }

        return relations;
    }

    private void Below(TableMetadata table, Guid row, Func<RelationMetadata, Cascade> cascade, Action<TableMetadata, Guid> work)
    {
        foreach (var relation in table.Children)
        {
            var kind = cascade(relation);
            var child = organization.Table(relation.ChildTable);
            if (kind == Cascade.NoCascade || !child.IsUserOwned)
            {
                continue;
            }

            var condition = kind switch
            {
                Cascade.Active when child.States is not null => " AND statecode = 0",
                Cascade.UserOwned => $" AND ownerid = (SELECT ownerid FROM \"{table.Name}\" WHERE \"{table.PrimaryId.Name}\" = @0)",
                _ => string.Empty,
            };
            foreach (var id in organization.Database
                .Prepare($"SELECT \"{child.PrimaryId.Name}\" FROM \"{child.Name}\" WHERE \"{relation.ChildColumn}\" = @0 AND \"{child.PrimaryId.Name}\" <> @0{condition}")
                .List([Cells.ToBytes(row)], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0))))
            {
                work(child, id);
            }
        }
    }
}
