using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Security.Messages;

/// <summary>
/// <c>RetrieveUserPrivileges</c>: privileges of the user's own roles in their depth, those of his teams' roles in basic depth, as the
/// platform documents it.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrieveuserprivileges">RetrieveUserPrivileges</see>
/// </summary>
internal sealed class RetrieveUserPrivilegesMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var user = organization.Access.Principals.User(request.Required<Guid>("UserId"));
        var catalog = organization.Access.Privileges;
        return new RetrieveUserPrivilegesResponse { ResponseName = "RetrieveUserPrivileges" }.With("RolePrivileges", user.IsFree
            ? PrivilegeList.All(catalog, user.BusinessUnit)
            : user.Reaches.Select(r => PrivilegeList.Make(catalog, r.Key, r.Value.OwnDepth ?? AccessDepth.Basic, user.BusinessUnit)).ToArray());
    }
}

/// <summary>
/// <c>RetrieveUserPrivilegeByPrivilegeName</c>: one privilege in its effective depth, teams included; nothing where the user does not
/// have it.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/retrieveuserprivilegebyprivilegename">RetrieveUserPrivilegeByPrivilegeName</see>
/// </summary>
internal sealed class RetrieveUserPrivilegeByPrivilegeNameMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var user = organization.Access.Principals.User(request.Required<Guid>("UserId"));
        var name = request.Required<string>("PrivilegeName");
        var catalog = organization.Access.Privileges;
        var privilege = catalog.Find(name) ?? throw Faults.Argument($"There is no privilege '{name}'.");
        AccessDepth? depth = user.IsFree ? AccessDepth.Global : user.Reaches.TryGetValue(privilege.Id, out var reach) ? reach.Depth : null;
        return new RetrieveUserPrivilegeByPrivilegeNameResponse { ResponseName = "RetrieveUserPrivilegeByPrivilegeName" }.With(
            "RolePrivileges", depth is { } reached ? new[] { PrivilegeList.Make(catalog, privilege.Id, reached, user.BusinessUnit) } : []);
    }
}

/// <summary><c>RetrieveTeamPrivileges</c>.</summary>
internal sealed class RetrieveTeamPrivilegesMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var id = request.Required<Guid>("TeamId");
        var team = organization.Access.Principals.Find("team", id) ?? throw Faults.MissingRow("team", id);
        var catalog = organization.Access.Privileges;
        return new RetrieveTeamPrivilegesResponse { ResponseName = "RetrieveTeamPrivileges" }.With("RolePrivileges", team.IsFree
            ? PrivilegeList.All(catalog, team.BusinessUnit)
            : team.Reaches.Select(r => PrivilegeList.Make(catalog, r.Key, r.Value.Depth, team.BusinessUnit)).ToArray());
    }
}

/// <summary><c>RetrievePrivilegeSet</c>: every privilege that there is.</summary>
internal sealed class RetrievePrivilegeSetMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrievePrivilegeSetResponse { ResponseName = "RetrievePrivilegeSet" }.With(
            "EntityCollection", organization.Queries.Run(new QueryExpression("privilege") { ColumnSet = new ColumnSet(true) }, caller));
}
