using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// What creating and changing rows asks for: the action itself, Assign where the row gets another owner, Append and AppendTo for each
/// lookup that is filled, and the rights on secured columns. Asked after pre-validation, before the transaction's stages.
/// </summary>
internal sealed class WriteChecks(Organization organization, AccessControl access)
{
    /// <summary>The checks of new rows; null where nothing is asked of the caller.</summary>
    public Action? OfCreate(Caller caller, TableMetadata table, IReadOnlyList<RowEvent> rows) => access.IsFree(caller) ? null : () =>
    {
        foreach (var row in rows)
        {
            Create(caller, table, row.Target!);
        }
    };

    /// <summary>The checks of changed rows; null where nothing is asked of the caller.</summary>
    public Action? OfUpdate(Caller caller, TableMetadata table, IReadOnlyList<RowEvent> rows) => access.IsFree(caller) ? null : () =>
    {
        foreach (var row in rows)
        {
            Update(caller, table, row.Id, row.Target!);
        }
    };

    /// <summary>The check of one action on a row; null where nothing is asked of the caller.</summary>
    public Action? Of(Caller caller, TableMetadata table, AccessRight right, Guid row) =>
        access.IsFree(caller) ? null : () => access.Demand(caller, table, right, row);

    private void Create(Caller caller, TableMetadata table, Entity target)
    {
        var user = access.Principals.User(caller.UserId);
        var owner = Owner(table, target);
        var place = Place(table, target, owner, user);
        if (access.Details.WholeOf(table) is { } whole)
        {
            access.Demand(caller, organization.Table(whole.ParentTable), AccessRight.Write, Details.Whole(whole, target));
        }

        DemandNew(user, table, AccessRight.Create, target.Id, place);
        if (owner is not null && owner.Id != caller.UserId)
        {
            access.Demand(caller, table, AccessRight.Assign);
        }

        var appends = false;
        foreach (var (column, reference) in Lookups(table, target))
        {
            if (!appends)
            {
                DemandNew(user, table, AccessRight.Append, target.Id, place);
                appends = true;
            }

            DemandAppendTo(caller, column, reference);
        }

        var columns = access.Columns(caller, table);
        foreach (var (name, value) in target.Attributes)
        {
            if (value is not null && table.Find(name) is { } column && !columns.CanCreate(column))
            {
                throw SecurityFaults.ColumnNotCreated(table, column, user);
            }
        }
    }

    private void Update(Caller caller, TableMetadata table, Guid id, Entity target)
    {
        var owner = Owner(table, target);
        if (owner is not null && RowPlace.Read(organization.Database, table, id) is { } place && place.Owner != owner.Id)
        {
            access.Demand(caller, table, AccessRight.Assign, id);
        }

        // Giving a row to another owner alone takes the right to assign, not to write.
        if (owner is null || Writes(table, target))
        {
            access.Demand(caller, table, AccessRight.Write, id);
        }

        var appends = false;
        foreach (var (column, reference) in Lookups(table, target))
        {
            if (!appends)
            {
                access.Demand(caller, table, AccessRight.Append, id);
                appends = true;
            }

            DemandAppendTo(caller, column, reference);
        }

        var columns = access.Columns(caller, table);
        foreach (var name in target.Attributes.Keys)
        {
            if (table.Find(name) is { } column && !columns.CanUpdate(column))
            {
                throw SecurityFaults.ColumnNotUpdated(table, column, access.Principals.User(caller.UserId));
            }
        }
    }

    /// <summary>The right to a row that is not stored yet.</summary>
    private void DemandNew(Principal user, TableMetadata table, AccessRight right, Guid id, RowPlace place)
    {
        if (access.Details.WholeOf(table) is not null || access.Privileges.Find(table, right) is not { } privilege)
        {
            return;
        }

        var reach = user.Find(privilege) ?? throw SecurityFaults.Missing(user, privilege, table);
        if (table.Ownership is not (TableOwnership.Organization or TableOwnership.None) && !reach.Covers(place.Owner, place.BusinessUnit))
        {
            throw SecurityFaults.OutOfReach(user, table, right, id, place, reach, AccessRight.None);
        }
    }

    private void DemandAppendTo(Caller caller, ColumnMetadata column, EntityReference reference)
    {
        var name = reference.LogicalName ?? (column.Targets.Count == 1 ? column.Targets[0] : null);
        if (name is null || organization.Metadata.Find(name) is not { } table)
        {
            return; // refused as a value
        }

        var id = reference.Id == Guid.Empty && reference.KeyAttributes.Count > 0 ? organization.Writer.Keys.Resolve(table, reference) : reference.Id;
        access.Demand(caller, table, AccessRight.AppendTo, id);
    }

    private EntityReference? Owner(TableMetadata table, Entity target)
    {
        var owner = table.IsUserOwned ? target.GetAttributeValue<EntityReference>("ownerid") : null;
        return owner is { KeyAttributes.Count: > 0 } && owner.Id == Guid.Empty
            ? new EntityReference(owner.LogicalName, organization.Writer.Keys.Resolve(organization.Table(owner.LogicalName), owner))
            : owner;
    }

    private RowPlace Place(TableMetadata table, Entity target, EntityReference? owner, Principal user) => table.Ownership switch
    {
        TableOwnership.User when owner is not null => new RowPlace(
            owner.Id, access.Principals.Find(owner.LogicalName, owner.Id)?.BusinessUnit ?? organization.Ids.BusinessUnit),
        TableOwnership.User => new RowPlace(user.Id, user.BusinessUnit),
        _ => new RowPlace(target.Id, target.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? user.BusinessUnit),
    };

    private static bool Writes(TableMetadata table, Entity target)
    {
        foreach (var name in target.Attributes.Keys)
        {
            if (name != "ownerid" && name != table.PrimaryId.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<(ColumnMetadata Column, EntityReference Reference)> Lookups(TableMetadata table, Entity target)
    {
        foreach (var (name, value) in target.Attributes)
        {
            if (value is EntityReference reference && name != "ownerid"
                && table.Find(name) is { Type: ColumnType.Lookup, IsPlatformOwned: false } column)
            {
                yield return (column, reference);
            }
        }
    }
}
