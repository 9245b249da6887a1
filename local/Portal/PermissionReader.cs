using System;
using System.Collections.Generic;
using CrmAddon.Local.Security;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Portal;

/// <summary>
/// Reads the permissions of a visitor's web roles: those of his contact and his account, the role of all signed-in visitors, and for
/// somebody who is not signed in the role of anonymous visitors.
/// </summary>
internal static class PermissionReader
{
    private const string Roles = """
        SELECT adx_webroleid FROM adx_webrole WHERE statecode = 0 AND (
            CASE WHEN @0 IS NULL THEN adx_anonymoususersrole ELSE adx_authenticatedusersrole END = 1
            OR adx_webroleid IN (SELECT adx_webroleid FROM adx_webrole_contact WHERE contactid = @0)
            OR adx_webroleid IN (SELECT adx_webroleid FROM adx_webrole_account WHERE accountid = @1))
        """;

    private const string Permissions = $"""
        SELECT adx_entitypermissionid, adx_entitylogicalname, adx_scope, adx_contactrelationship, adx_accountrelationship, adx_parentrelationship,
            adx_parententitypermission, adx_read, adx_write, adx_create, adx_delete, adx_append, adx_appendto
        FROM adx_entitypermission
        WHERE statecode = 0 AND adx_entitypermissionid IN
            (SELECT adx_entitypermissionid FROM adx_entitypermission_webrole WHERE adx_webroleid IN ({Roles}))
        """;

    private static readonly AccessRight[] Rights =
        [AccessRight.Read, AccessRight.Write, AccessRight.Create, AccessRight.Delete, AccessRight.Append, AccessRight.AppendTo];

    public static List<TablePermission> Read(Database database, Guid? contact, Guid? account) => database.Prepare(Permissions).List(
        [contact is { } c ? Cells.ToBytes(c) : null, account is { } a ? Cells.ToBytes(a) : null], Permission);

    private static TablePermission Permission(SqliteDataReader row)
    {
        var scope = (PortalScope)row.GetInt64(2);
        var rights = AccessRight.None;
        for (var i = 0; i < Rights.Length; i++)
        {
            rights |= !row.IsDBNull(7 + i) && row.GetInt64(7 + i) != 0 ? Rights[i] : AccessRight.None;
        }

        var relation = scope switch
        {
            PortalScope.Contact => Text(row, 3),
            PortalScope.Account => Text(row, 4),
            PortalScope.Parent => Text(row, 5),
            _ => null,
        };
        return new TablePermission(
            Cells.ToGuid(row.GetFieldValue<byte[]>(0)),
            row.GetString(1).ToLowerInvariant(),
            scope,
            relation,
            row.IsDBNull(6) ? null : Cells.ToGuid(row.GetFieldValue<byte[]>(6)),
            rights);
    }

    private static string? Text(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);
}
