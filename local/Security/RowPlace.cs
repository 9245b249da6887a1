using System;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>Where a row stands: whose it is, and of which business unit.</summary>
internal readonly record struct RowPlace(Guid Owner, Guid BusinessUnit)
{
    /// <summary>The column that says whose a row is. A user or team of a business unit's table stands for itself.</summary>
    public static string OwnerColumn(TableMetadata table) => table.Ownership == TableOwnership.User ? "ownerid" : table.PrimaryId.Name;

    public static string BusinessUnitColumn(TableMetadata table) =>
        table.Ownership == TableOwnership.User ? "owningbusinessunit" : table.Has("businessunitid") ? "businessunitid" : table.PrimaryId.Name;

    /// <summary>The place of a stored row, or null where there is none.</summary>
    public static RowPlace? Read(Database database, TableMetadata table, Guid id)
    {
        RowPlace? place = null;
        database.Prepare(
            $"SELECT \"{OwnerColumn(table)}\", \"{BusinessUnitColumn(table)}\" FROM \"{table.Name}\" WHERE \"{table.PrimaryId.Name}\" = @0")
            .Read([Cells.ToBytes(id)], r => place = new RowPlace(
                r.IsDBNull(0) ? Guid.Empty : Cells.ToGuid(r.GetFieldValue<byte[]>(0)),
                r.IsDBNull(1) ? Guid.Empty : Cells.ToGuid(r.GetFieldValue<byte[]>(1))));
        return place;
    }
}
