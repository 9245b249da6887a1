using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>
/// Rows that follow from the solutions: every privilege, and the roles and column security profiles that the solutions bring. A role or
/// profile is written when its declaration is new or has changed; what was changed in the database since stays otherwise.
/// </summary>
internal sealed class SecurityRows(Organization organization)
{
    public const string RoleKind = "role";
    public const string ProfileKind = "profile";

    private static readonly string[] Dated = ["createdon", "modifiedon"];

    public void Apply()
    {
        AddPrivileges();
        foreach (var role in organization.Metadata.Roles)
        {
            WhenChanged(RoleKind, role.Id, [role.Name, role.IsInherited ? "inherited" : "team only", .. role.Privileges.Select(p => $"{p.Name} {p.Depth}")], () => Write(role));
        }

        if (Missing("role", Role.SystemAdministrator))
        {
            Write(new RoleMetadata(Role.SystemAdministrator, "System Administrator", []));
        }

        foreach (var profile in organization.Metadata.FieldSecurityProfiles)
        {
            WhenChanged(ProfileKind, profile.Id, [profile.Name, .. profile.Permissions.Select(p => p.ToString())], () => Write(profile));
        }

        if (Missing("systemuserroles", "systemuserid", organization.Ids.SystemUser))
        {
            Insert("systemuserroles", organization.Ids.SystemUser, ("systemuserid", Bytes(organization.Ids.SystemUser)), ("roleid", Bytes(Role.SystemAdministrator)));
        }

        organization.Access.Changes.Complete();
        organization.Access.Principals.Written("role");
    }

    /// <summary>Forgets what was written for a role or profile whose solution is gone: when it comes again it is new.</summary>
    public static void Forget(Database database, string kind, Guid id) => database.Run("DELETE FROM _counter WHERE name = @0", Mark(kind, id));

    private static string Mark(string kind, Guid id) => string.Create(CultureInfo.InvariantCulture, $"solution {kind} {id}");

    private void AddPrivileges()
    {
        var stored = organization.Database.Prepare("SELECT privilegeid FROM privilege").List([], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0))).ToHashSet();
        var table = organization.Table("privilege");
        foreach (var privilege in organization.Access.Privileges.All.Where(p => !stored.Contains(p.Id)))
        {
            organization.Rows.Insert(table,
            [
                new("privilegeid", Bytes(privilege.Id)),
                new("name", privilege.Name),
                new("accessright", (long)privilege.Right),
                new("canbebasic", 1L),
                new("canbelocal", 1L),
                new("canbedeep", 1L),
                new("canbeglobal", 1L),
                new("versionnumber", organization.Counters.NextVersion()),
            ]);
        }
    }

    private void Write(RoleMetadata role)
    {
        if (Missing("role", role.Id))
        {
            Insert("role", role.Id,
                ("name", role.Name),
                ("businessunitid", Bytes(organization.Ids.BusinessUnit)),
                ("parentrootroleid", Bytes(role.Id)),
                ("isinherited", role.IsInherited ? 1L : 0L));
        }
        else
        {
            organization.Database.Run(
                "UPDATE role SET name = @1, isinherited = @2 WHERE parentrootroleid = @0", Bytes(role.Id), role.Name, role.IsInherited ? 1L : 0L);
        }

        organization.Database.Run("DELETE FROM roleprivileges WHERE roleid = @0", Bytes(role.Id));
        foreach (var privilege in role.Privileges.DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase))
        {
            Insert("roleprivileges", Guid.CreateVersion7(),
                ("roleid", Bytes(role.Id)),
                ("privilegeid", Bytes(organization.Access.Privileges.Find(privilege.Name)!.Id)),
                ("privilegedepthmask", (long)RolePrivileges.ToMask(privilege.Depth)));
        }
    }

    private void Write(FieldSecurityProfileMetadata profile)
    {
        if (Missing("fieldsecurityprofile", profile.Id))
        {
            Insert("fieldsecurityprofile", profile.Id, ("name", profile.Name), ("description", profile.Description));
        }

        organization.Database.Run("DELETE FROM fieldpermission WHERE fieldsecurityprofileid = @0", Bytes(profile.Id));
        foreach (var permission in profile.Permissions)
        {
            Insert("fieldpermission", Guid.CreateVersion7(),
                ("fieldsecurityprofileid", Bytes(profile.Id)),
                ("entityname", permission.Table),
                ("attributelogicalname", permission.Column),
                ("canread", permission.CanRead ? 4L : 0L),
                ("cancreate", permission.CanCreate ? 4L : 0L),
                ("canupdate", permission.CanUpdate ? 4L : 0L));
        }
    }

    /// <summary>Remembers in the file what was written, so that a later start writes only what a solution changed.</summary>
    private void WhenChanged(string kind, Guid id, IEnumerable<string> declaration, Action write)
    {
        var name = Mark(kind, id);
        var hash = BitConverter.ToInt64(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', declaration))));
        if ((long?)organization.Database.Prepare("SELECT value FROM _counter WHERE name = @0").Value(name) != hash)
        {
            write();
            organization.Database.Run("INSERT OR REPLACE INTO _counter (name, value) VALUES (@0, @1)", name, hash);
        }
    }

    private bool Missing(string table, Guid id) => !organization.Rows.Exists(organization.Table(table), id);

    private bool Missing(string table, string column, Guid id) =>
        organization.Database.Prepare($"SELECT 1 FROM {table} WHERE {column} = @0").Value(Bytes(id)) is null;

    private void Insert(string name, Guid id, params (string Column, object? Value)[] values)
    {
        var table = organization.Table(name);
        List<Cell> cells = [new(table.PrimaryId.Name, Bytes(id)), new("versionnumber", organization.Counters.NextVersion())];
        var now = Dates.ToText(organization.Now, DateBehavior.UserLocal);
        foreach (var column in Dated.Where(table.Has))
        {
            cells.Add(new Cell(column, now));
        }

        cells.AddRange(values.Select(v => new Cell(v.Column, v.Value)));
        organization.Rows.Insert(table, cells);
    }

    private static byte[] Bytes(Guid id) => Cells.ToBytes(id);
}
