using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// What relating and parting rows of a many-to-many relation asks for: Append on both tables, but the privilege to assign roles where
/// a role is given or taken, and Write on the team where its members change.
/// </summary>
internal sealed class Pairing(Organization organization, AccessControl access)
{
    public void Demand(ManyToManyMetadata relation, EntityReference row, EntityReference other, Caller caller, bool isNew)
    {
        switch (relation.Name)
        {
            case Pairs.UserRoles or Pairs.TeamRoles:
                access.DemandPrivilege(caller, PrivilegeCatalog.AssignRole);
                if (isNew)
                {
                    var (holder, role) = row.LogicalName == "role" ? (other, row) : (row, other);
                    CheckRole(holder, role);
                    CheckOwn(role, caller);
                }

                break;
            case Pairs.TeamMembers:
                access.Demand(caller, organization.Table("team"), AccessRight.Write, row.LogicalName == "team" ? row.Id : other.Id);
                break;
            case RolePrivileges.Relation:
                throw Faults.Create(
                    ErrorCodes.NotSupported,
                    $"The '{(isNew ? "Associate" : "Disassociate")}' method does not support the relationship '{relation.Name}': a privilege is given in a depth, by AddPrivilegesRole, and taken by RemovePrivilegeRole.");
            default:
                access.Demand(caller, organization.Table(row.LogicalName), AccessRight.Append, row.Id);
                access.Demand(caller, organization.Table(other.LogicalName), AccessRight.Append, other.Id);
                break;
        }
    }

    /// <summary>Nobody gives more than he has himself.</summary>
    private void CheckOwn(EntityReference role, Caller caller)
    {
        if (access.IsFree(caller))
        {
            return;
        }

        var user = access.Principals.User(caller.UserId);
        var root = access.Changes.RootOf(role.Id);
        if (root == Role.SystemAdministrator)
        {
            throw Faults.Create(SecurityFaults.PrivilegeDenied, $"Only System Administrators can assign the System Administrator role; {user.Name} (Id = {user.Id}) is none.");
        }

        foreach (var (id, depth) in access.Principals.Privileges.Of(root))
        {
            if (access.Privileges.Find(id) is { } privilege && (user.Find(privilege) is not { } reach || reach.Depth < depth))
            {
                throw SecurityFaults.Missing(user, privilege, null);
            }
        }
    }

    /// <summary>Users and teams have roles of their own business unit only; access teams have none.</summary>
    private void CheckRole(EntityReference holder, EntityReference role)
    {
        var principal = access.Principals.Find(holder.LogicalName, holder.Id) ?? throw Faults.MissingRow(holder.LogicalName, holder.Id);
        if (principal.IsAccessTeam)
        {
            throw Faults.Argument($"An access team can't have security roles: {principal.Name} (Id = {principal.Id}).");
        }

        var table = organization.Table("role");
        var unit = organization.Rows.Read(table, role.Id, [table["businessunitid"]])?.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? Guid.Empty;
        if (unit != principal.BusinessUnit)
        {
            throw Faults.Create(
                SecurityFaults.UserInWrongBusiness,
                $"Cannot associate security role because the security role's Business Unit is not the same as the {(principal.IsUser ? "user" : "team")}'s Business Unit. Details: {(principal.IsUser ? "userid" : "teamid")}={principal.Id}, BU={principal.BusinessUnit}, roleId={role.Id}, roleBU={unit}");
        }
    }
}
