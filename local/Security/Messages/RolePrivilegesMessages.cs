using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Granted = Microsoft.Crm.Sdk.Messages.RolePrivilege;

namespace CrmAddon.Local.Security.Messages;

/// <summary><c>AddPrivilegesRole</c> and <c>ReplacePrivilegesRole</c>. Nobody gives a privilege that he does not have himself as deep.</summary>
internal sealed class AddPrivilegesRoleMessage(Organization organization, bool replaces) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var role = request.Required<Guid>("RoleId");
        var privileges = request.Required<Granted[]>("Privileges");
        RoleChange.Demand(organization, role, caller);
        foreach (var privilege in privileges)
        {
            CheckOwn(privilege, caller);
        }

        organization.Transactions.Run(() =>
        {
            if (replaces)
            {
                organization.Access.Principals.Privileges.Clear(role);
            }

            foreach (var privilege in privileges)
            {
                organization.Access.Principals.Privileges.Set(role, privilege.PrivilegeId, (AccessDepth)privilege.Depth);
            }

            return true;
        });
        return replaces
            ? new ReplacePrivilegesRoleResponse { ResponseName = "ReplacePrivilegesRole" }
            : new AddPrivilegesRoleResponse { ResponseName = "AddPrivilegesRole" };
    }

    private void CheckOwn(Granted granted, Caller caller)
    {
        var privilege = organization.Access.Privileges.Find(granted.PrivilegeId)
            ?? throw Faults.Create(RoleChange.InvalidPrivilegeId, $"The privilege id is invalid or missing: there is no privilege {granted.PrivilegeId}.");
        if (!organization.Access.IsFree(caller))
        {
            var user = organization.Access.Principals.User(caller.UserId);
            if (user.Find(privilege) is not { } reach || reach.Depth < (AccessDepth)granted.Depth)
            {
                throw SecurityFaults.Missing(user, privilege, null);
            }
        }
    }
}

/// <summary><c>RemovePrivilegeRole</c>.</summary>
internal sealed class RemovePrivilegeRoleMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var role = request.Required<Guid>("RoleId");
        RoleChange.Demand(organization, role, caller);
        organization.Transactions.Run(() =>
        {
            organization.Access.Principals.Privileges.Remove(role, request.Required<Guid>("PrivilegeId"));
            return true;
        });
        return new RemovePrivilegeRoleResponse { ResponseName = "RemovePrivilegeRole" };
    }
}

/// <summary><c>RetrieveRolePrivilegesRole</c>: the copies of a role have the privileges of the role that they follow.</summary>
internal sealed class RetrieveRolePrivilegesRoleMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var table = organization.Table("role");
        var id = request.Required<Guid>("RoleId");
        organization.Access.Demand(caller, table, AccessRight.Read, id);
        var row = organization.Rows.Read(table, id, [table["businessunitid"], table["parentrootroleid"]]) ?? throw Faults.MissingRow("role", id);
        var root = row.GetAttributeValue<EntityReference>("parentrootroleid")?.Id ?? id;
        var unit = row.GetAttributeValue<EntityReference>("businessunitid")?.Id ?? Guid.Empty;
        Granted[] privileges = root == Role.SystemAdministrator
            ? PrivilegeList.All(organization.Access.Privileges, unit)
            : [.. organization.Access.Principals.Privileges.Of(root)
                .Select(p => PrivilegeList.Make(organization.Access.Privileges, p.Privilege, p.Depth, unit))];
        return new RetrieveRolePrivilegesRoleResponse { ResponseName = "RetrieveRolePrivilegesRole" }.With("RolePrivileges", privileges);
    }
}

/// <summary>What every change of a role's privileges asks for.</summary>
internal static class RoleChange
{
    public const int InvalidPrivilegeId = unchecked((int)0x800404CE);

    public static void Demand(Organization organization, Guid role, Caller caller)
    {
        var table = organization.Table("role");
        if (!organization.Rows.Exists(table, role))
        {
            throw Faults.MissingRow("role", role);
        }

        organization.Access.Demand(caller, table, AccessRight.Write, role);
        organization.Access.Changes.Updating(table, new Entity("role", role));
        if (role == Role.SystemAdministrator)
        {
            throw Faults.Argument("The System Administrator role has every privilege: it can't be changed.");
        }
    }
}
