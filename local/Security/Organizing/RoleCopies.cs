using System;
using System.Collections.Generic;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// Each business unit has its own row of every role of the business units above it, with the privileges of the role at the top
/// (<c>parentrootroleid</c>). Users and teams hold the row of their own business unit.
/// </summary>
internal sealed class RoleCopies(Organization organization)
{
    private const string Table = "role";

    /// <exception cref="System.ServiceModel.FaultException{T}">The business unit has a role of this name.</exception>
    public void CheckName(Entity role)
    {
        var unit = role.GetAttributeValue<EntityReference>("businessunitid")!.Id;
        if (role.GetAttributeValue<string>("name") is { } name && Find(unit, name) is { } other)
        {
            throw Faults.Create(
                SecurityFaults.RoleAlreadyExists, $"A role with the specified name '{name}' already exists on business unit {unit}. Role id: {other}");
        }
    }

    /// <summary>The role of this name in a business unit, or null.</summary>
    public Guid? Find(Guid unit, string name) => organization.Database
        .Prepare("SELECT roleid FROM role WHERE businessunitid = @0 AND name = @1").Value(Cells.ToBytes(unit), name) is byte[] id ? Cells.ToGuid(id) : null;

    /// <exception cref="System.ServiceModel.FaultException{T}">The role is the copy of another.</exception>
    public void RefuseCopy(Guid role)
    {
        if (organization.Database.Prepare("SELECT parentroleid FROM role WHERE roleid = @0").Value(Cells.ToBytes(role)) is not null)
        {
            throw Faults.Create(
                SecurityFaults.RestrictInheritedRole, $"Inherited roles cannot be modified: change or delete the role of the business unit above ({role}).");
        }
    }

    /// <exception cref="System.ServiceModel.FaultException{T}">The role is the one that may do everything.</exception>
    public static void RefuseSystemAdministrator(Guid role)
    {
        if (role == Role.SystemAdministrator)
        {
            throw Faults.Create(SecurityFaults.CannotDeleteSysAdmin, "The System Administrator Role cannot be deleted.");
        }
    }

    public Guid RootOf(Guid role) => organization.Database
        .Prepare("SELECT parentrootroleid FROM role WHERE roleid = @0").Value(Cells.ToBytes(role)) is byte[] root ? Cells.ToGuid(root) : role;

    /// <summary>Makes a new role the root of its copies.</summary>
    public void Start(Guid role) => Update("UPDATE role SET parentrootroleid = @0 WHERE roleid = @0", Cells.ToBytes(role));

    /// <summary>Gives every business unit the roles of the one above that it lacks.</summary>
    public void Complete()
    {
        List<Missing> missing;
        do
        {
            missing = organization.Database.Prepare(
                "SELECT b.businessunitid, r.roleid, r.parentrootroleid, r.name, r.isinherited FROM businessunit AS b "
                + "JOIN role AS r ON r.businessunitid = b.parentbusinessunitid "
                + "WHERE NOT EXISTS (SELECT 1 FROM role AS c WHERE c.businessunitid = b.businessunitid AND c.parentrootroleid = r.parentrootroleid)")
                .List([], r => new Missing(Id(r, 0), Id(r, 1), Id(r, 2), r.GetString(3), r.IsDBNull(4) ? 1 : r.GetInt64(4)));
            missing.ForEach(Copy);
        }
        while (missing.Count > 0);
    }

    /// <summary>Carries a role's new name and inheritance over to its copies.</summary>
    public void Rename(Entity role)
    {
        if (role.GetAttributeValue<string>("name") is { } name)
        {
            Change(role.Id, new Cell("name", name));
        }

        if (role.GetAttributeValue<OptionSetValue>("isinherited") is { } inherited)
        {
            Change(role.Id, new Cell("isinherited", (long)inherited.Value));
        }
    }

    /// <summary>Called before a role is deleted: its copies and privileges go with it.</summary>
    public void Remove(Guid role)
    {
        foreach (var statement in new[]
        {
            "DELETE FROM systemuserroles WHERE roleid IN (SELECT roleid FROM role WHERE parentrootroleid = @0 OR roleid = @0) OR roleid = @0",
            "DELETE FROM teamroles WHERE roleid IN (SELECT roleid FROM role WHERE parentrootroleid = @0 OR roleid = @0) OR roleid = @0",
            "DELETE FROM role WHERE parentrootroleid = @0 AND roleid <> @0",
            "DELETE FROM roleprivileges WHERE roleid = @0",
        })
        {
            Update(statement, Cells.ToBytes(role));
        }
    }

    /// <summary>Called before a business unit is deleted: its copies go with it; roles of its own are deleted as rows below it.</summary>
    public void RemoveOf(Guid unit)
    {
        const string Copies = "FROM role WHERE businessunitid = @0 AND parentroleid IS NOT NULL";
        foreach (var statement in new[]
        {
            $"DELETE FROM systemuserroles WHERE roleid IN (SELECT roleid {Copies})",
            $"DELETE FROM teamroles WHERE roleid IN (SELECT roleid {Copies})",
            $"DELETE {Copies}",
        })
        {
            Update(statement, Cells.ToBytes(unit));
        }
    }

    private void Change(Guid root, Cell cell)
    {
        foreach (var copy in organization.Database.Prepare("SELECT roleid FROM role WHERE parentrootroleid = @0 AND roleid <> @0").List([Cells.ToBytes(root)], r => Id(r, 0)))
        {
            organization.Rows.Update(organization.Table(Table), copy, [cell, new("versionnumber", organization.Counters.NextVersion())]);
        }
    }

    private void Copy(Missing role)
    {
        var now = Dates.ToText(organization.Now, DateBehavior.UserLocal);
        organization.Rows.Insert(organization.Table(Table),
        [
            new("roleid", Cells.ToBytes(Guid.CreateVersion7(organization.Options.Clock.GetUtcNow()))),
            new("name", role.Name),
            new("businessunitid", Cells.ToBytes(role.BusinessUnit)),
            new("parentroleid", Cells.ToBytes(role.Parent)),
            new("parentrootroleid", Cells.ToBytes(role.Root)),
            new("isinherited", role.IsInherited),
            new("createdon", now),
            new("modifiedon", now),
            new("versionnumber", organization.Counters.NextVersion()),
        ]);
    }

    private void Update(string sql, params ReadOnlySpan<object?> values)
    {
        organization.Database.Run(sql, values);
        organization.Access.Principals.Written(Table);
    }

    private static Guid Id(SqliteDataReader row, int ordinal) => Cells.ToGuid(row.GetFieldValue<byte[]>(ordinal));

    private sealed record Missing(Guid BusinessUnit, Guid Parent, Guid Root, string Name, long IsInherited);
}
