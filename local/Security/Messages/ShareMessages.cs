using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security.Messages;

/// <summary><c>GrantAccess</c>: shares a row, and the rows below it that its relations say; adds to what was shared before.</summary>
internal sealed class GrantAccessMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var shared = SharedRow.Of(organization, request);
        shared.Demand(organization.Access, caller);
        organization.Access.Sharing.Grant(shared.Table, shared.Row, shared.PrincipalTable, shared.Principal, shared.Rights);
        return new GrantAccessResponse { ResponseName = "GrantAccess" };
    }
}

/// <summary><c>ModifyAccess</c>: shares a row with these rights and no others.</summary>
internal sealed class ModifyAccessMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var shared = SharedRow.Of(organization, request);
        shared.Demand(organization.Access, caller);
        organization.Access.Sharing.Replace(shared.Table, shared.Row, shared.PrincipalTable, shared.Principal, shared.Rights);
        return new ModifyAccessResponse { ResponseName = "ModifyAccess" };
    }
}

/// <summary><c>RevokeAccess</c>: ends a share; what came with the share of a row above stays.</summary>
internal sealed class RevokeAccessMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var shared = SharedRow.OfRevoked(organization, request);
        shared.Demand(organization.Access, caller);
        organization.Access.Sharing.Replace(shared.Table, shared.Row, shared.PrincipalTable, shared.Principal, AccessRight.None);
        return new RevokeAccessResponse { ResponseName = "RevokeAccess" };
    }
}
