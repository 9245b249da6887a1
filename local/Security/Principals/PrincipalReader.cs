using System;
using System.Collections.Generic;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Security;

/// <summary>Reads a user or a team with teams, roles and column security profiles.</summary>
internal sealed class PrincipalReader(Organization organization, ReachBuilder builder)
{
    private const int AccessTeam = 1;

    public Principal? User(Guid id)
    {
        if (Row("SELECT businessunitid, fullname, isdisabled FROM systemuser WHERE systemuserid = @0", id) is not { } row)
        {
            return null;
        }

        List<Guid> teams = organization.Database.Prepare("SELECT teamid FROM teammembership WHERE systemuserid = @0").List([Cells.ToBytes(id)], r => Id(r, 0));
        List<Role> roles = Roles("systemuserroles", "systemuserid", id);
        teams.ForEach(t => roles.AddRange(Roles("teamroles", "teamid", t)));
        return new Principal
        {
            Table = "systemuser",
            Id = id,
            Name = row.Name,
            BusinessUnit = row.BusinessUnit,
            IsDisabled = row.Flag != 0,
            Teams = teams,
            Roles = roles,
            Reaches = builder.Build(id, teams, roles),
            IsFree = id == organization.Ids.SystemUser || roles.Exists(r => r.IsSystemAdministrator),
            Columns = Columns(id, teams),
        };
    }

    public Principal? Team(Guid id)
    {
        if (Row("SELECT businessunitid, name, teamtype FROM team WHERE teamid = @0", id) is not { } row)
        {
            return null;
        }

        List<Role> roles = Roles("teamroles", "teamid", id);
        return new Principal
        {
            Table = "team",
            Id = id,
            Name = row.Name,
            BusinessUnit = row.BusinessUnit,
            IsAccessTeam = row.Flag == AccessTeam,
            Teams = [],
            Roles = roles,
            Reaches = builder.Build(id, [], roles),
            IsFree = roles.Exists(r => r.IsSystemAdministrator),
            Columns = Columns(null, [id]),
        };
    }

    private (Guid BusinessUnit, string Name, long Flag)? Row(string sql, Guid id)
    {
        (Guid, string, long)? found = null;
        organization.Database.Prepare(sql).Read(
            [Cells.ToBytes(id)], r => found = (Id(r, 0), r.IsDBNull(1) ? string.Empty : r.GetString(1), r.IsDBNull(2) ? 0 : r.GetInt64(2)));
        return found;
    }

    private List<Role> Roles(string table, string column, Guid holder) => organization.Database
        .Prepare(
            "SELECT r.roleid, coalesce(r.parentrootroleid, r.roleid), r.businessunitid, r.isinherited "
            + $"FROM {table} AS x JOIN role AS r ON r.roleid = x.roleid WHERE x.{column} = @0")
        .List([Cells.ToBytes(holder)], r => new Role(Id(r, 0), Id(r, 1), Id(r, 2), holder, r.IsDBNull(3) || r.GetInt64(3) != 0));

    private Dictionary<(string, string), ColumnRights> Columns(Guid? user, IReadOnlyList<Guid> teams)
    {
        var rights = new Dictionary<(string, string), ColumnRights>();
        if (user is { } id)
        {
            AddColumns(rights, "systemuserprofiles", "systemuserid", id);
        }

        foreach (var team in teams)
        {
            AddColumns(rights, "teamprofiles", "teamid", team);
        }

        return rights;
    }

    private void AddColumns(Dictionary<(string, string), ColumnRights> rights, string table, string column, Guid holder) => organization.Database
        .Prepare(
            "SELECT f.entityname, f.attributelogicalname, f.canread, f.cancreate, f.canupdate "
            + $"FROM {table} AS x JOIN fieldpermission AS f ON f.fieldsecurityprofileid = x.fieldsecurityprofileid WHERE x.{column} = @0")
        .Read([Cells.ToBytes(holder)], r =>
        {
            var key = (r.GetString(0).ToLowerInvariant(), r.GetString(1).ToLowerInvariant());
            rights[key] = rights.GetValueOrDefault(key)
                | Allowed(r, 2, ColumnRights.Read) | Allowed(r, 3, ColumnRights.Create) | Allowed(r, 4, ColumnRights.Update);
        });

    // 4 is the platform's "allowed".
    private static ColumnRights Allowed(SqliteDataReader row, int ordinal, ColumnRights right) =>
        !row.IsDBNull(ordinal) && row.GetInt64(ordinal) == 4 ? right : ColumnRights.None;

    private static Guid Id(SqliteDataReader row, int ordinal) => row.IsDBNull(ordinal) ? Guid.Empty : Cells.ToGuid(row.GetFieldValue<byte[]>(ordinal));
}
