using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// Every business unit has a team of its name, and the unit's users are its members.
/// <see href="https://learn.microsoft.com/power-platform/admin/manage-teams">Manage teams</see>
/// </summary>
internal sealed class DefaultTeams(Organization organization, Pairs pairs)
{
    /// <summary>Makes the teams that are missing; whoever makes a business unit is the administrator of its team.</summary>
    public void Complete(Guid administrator)
    {
        List<(Guid Unit, string Name)> missing = organization.Database.Prepare(
            "SELECT businessunitid, name FROM businessunit AS b WHERE NOT EXISTS (SELECT 1 FROM team WHERE businessunitid = b.businessunitid AND isdefault = 1)")
            .List([], r => (Id(r, 0), r.IsDBNull(1) ? string.Empty : r.GetString(1)));
        foreach (var (unit, name) in missing)
        {
            Make(unit, name, administrator);
            organization.Database.Prepare("SELECT systemuserid FROM systemuser WHERE businessunitid = @0").List([Cells.ToBytes(unit)], r => Id(r, 0))
                .ForEach(user => Join(user, unit));
        }
    }

    /// <summary>Makes a user a member of his business unit's team, and of no other unit's.</summary>
    public void Join(Guid user, Guid unit)
    {
        organization.Database.Run(
            "DELETE FROM teammembership WHERE systemuserid = @0 AND teamid IN (SELECT teamid FROM team WHERE isdefault = 1 AND businessunitid <> @1)",
            Cells.ToBytes(user), Cells.ToBytes(unit));
        organization.Access.Principals.Written("teammembership");
        if (Of(unit) is { } team)
        {
            pairs.Add(Pairs.TeamMembers, team, user);
        }
    }

    /// <summary>Carries a business unit's new name over to its team.</summary>
    public void Rename(Entity unit)
    {
        if (unit.GetAttributeValue<string>("name") is { } name && Of(unit.Id) is { } team)
        {
            organization.Rows.Update(organization.Table("team"), team, [new("name", name), new("versionnumber", organization.Counters.NextVersion())]);
        }
    }

    /// <summary>Called before a business unit is deleted: its team goes with it, if it owns nothing.</summary>
    public void Remove(Guid unit)
    {
        if (Of(unit) is { } team)
        {
            organization.Database.Run("DELETE FROM teammembership WHERE teamid = @0", Cells.ToBytes(team));
            organization.Database.Run("DELETE FROM teamroles WHERE teamid = @0", Cells.ToBytes(team));
            organization.Rows.Delete(organization.Table("team"), team);
        }
    }

    private Guid? Of(Guid unit) => organization.Database
        .Prepare("SELECT teamid FROM team WHERE businessunitid = @0 AND isdefault = 1").Value(Cells.ToBytes(unit)) is byte[] id ? Cells.ToGuid(id) : null;

    private void Make(Guid unit, string name, Guid administrator)
    {
        var now = Dates.ToText(organization.Now, DateBehavior.UserLocal);
        organization.Rows.Insert(organization.Table("team"),
        [
            new("teamid", Cells.ToBytes(Guid.CreateVersion7(organization.Options.Clock.GetUtcNow()))),
            new("name", name),
            new("businessunitid", Cells.ToBytes(unit)),
            new("administratorid", Cells.ToBytes(administrator)),
            new("isdefault", 1L),
            new("teamtype", 0L),
            new("createdon", now),
            new("modifiedon", now),
            new("versionnumber", organization.Counters.NextVersion()),
        ]);
    }

    private static Guid Id(SqliteDataReader row, int ordinal) => Cells.ToGuid(row.GetFieldValue<byte[]>(ordinal));
}
