using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// Users, teams and business units that go to another place in the tree. Whoever changes the business unit loses the roles of the old
/// one, and his rows go with him, as is the platform's default.
/// <see href="https://learn.microsoft.com/power-platform/admin/create-edit-business-units#change-the-business-unit-for-a-user">Change the business unit for a user</see>
/// </summary>
internal sealed class Moves(Organization organization)
{
    public void User(Guid user, Guid unit)
    {
        Forget("DELETE FROM systemuserroles WHERE systemuserid = @0 AND roleid NOT IN (SELECT roleid FROM role WHERE businessunitid = @1)", user, unit);
        MoveRows(user, unit);
    }

    public void Team(Guid team, Guid unit)
    {
        Forget("DELETE FROM teamroles WHERE teamid = @0 AND roleid NOT IN (SELECT roleid FROM role WHERE businessunitid = @1)", team, unit);
        MoveRows(team, unit);
    }

    /// <exception cref="System.ServiceModel.FaultException{T}">The root would get a parent, or a business unit would be above itself.</exception>
    public void CheckUnit(Entity unit)
    {
        if (!unit.Contains("parentbusinessunitid"))
        {
            return;
        }

        var parent = unit.GetAttributeValue<EntityReference>("parentbusinessunitid");
        if (unit.Id == organization.Ids.BusinessUnit)
        {
            throw Faults.Argument("The root business unit has no parent.");
        }

        if (parent is null)
        {
            throw Faults.Argument($"Business unit {unit.Id} needs a parent: there is one root business unit.");
        }

        if (organization.Access.Principals.Units.Below(unit.Id).Contains(parent.Id))
        {
            throw Faults.Argument($"Business unit {parent.Id} is below {unit.Id}: it can't become its parent.");
        }
    }

    private void Forget(string sql, Guid principal, Guid unit)
    {
        organization.Database.Run(sql, Cells.ToBytes(principal), Cells.ToBytes(unit));
        organization.Access.Principals.Written("role");
    }

    private void MoveRows(Guid owner, Guid unit)
    {
        foreach (var table in organization.Metadata.Tables.Values.Where(t => t.IsUserOwned))
        {
            foreach (var row in organization.Database
                .Prepare($"SELECT \"{table.PrimaryId.Name}\" FROM \"{table.Name}\" WHERE ownerid = @0 AND owningbusinessunit <> @1")
                .List([Cells.ToBytes(owner), Cells.ToBytes(unit)], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0))))
            {
                organization.Rows.Update(
                    table, row, [new("owningbusinessunit", Cells.ToBytes(unit)), new("versionnumber", organization.Counters.NextVersion())]);
            }
        }
    }
}
