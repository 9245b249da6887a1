using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security.Messages;

/// <summary><c>RetrievePrincipalAccess</c>: what a user or team may do with a row, by roles, ownership and shares together.</summary>
internal sealed class RetrievePrincipalAccessMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<EntityReference>("Target");
        var principal = request.Required<EntityReference>("Principal");
        var table = organization.Table(target.LogicalName);
        var row = organization.Writer.Keys.Resolve(table, target);
        var known = organization.Access.Principals.Find(principal.LogicalName, principal.Id) ?? throw Faults.MissingRow(principal.LogicalName, principal.Id);
        return new RetrievePrincipalAccessResponse { ResponseName = "RetrievePrincipalAccess" }
            .With("AccessRights", (AccessRights)organization.Access.RightsOf(known, table, row));
    }
}

/// <summary><c>RetrieveSharedPrincipalsAndAccess</c>: with whom a row is shared. The caller must be able to read it.</summary>
internal sealed class RetrieveSharedPrincipalsAndAccessMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<EntityReference>("Target");
        var table = organization.Table(target.LogicalName);
        var row = organization.Writer.Keys.Resolve(table, target);
        organization.Access.Demand(caller, table, AccessRight.Read, row);
        PrincipalAccess[] shares =
        [
            .. organization.Access.Shares.Of(row).Where(s => s.Own != AccessRight.None).Select(s => new PrincipalAccess
            {
                AccessMask = (AccessRights)s.Own,
                Principal = new EntityReference(s.PrincipalTable, s.Principal),
            }),
        ];
        return new RetrieveSharedPrincipalsAndAccessResponse { ResponseName = "RetrieveSharedPrincipalsAndAccess" }.With("PrincipalAccesses", shares);
    }
}
