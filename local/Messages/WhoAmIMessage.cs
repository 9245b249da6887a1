using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary><c>WhoAmI</c>.</summary>
internal sealed class WhoAmIMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) => new WhoAmIResponse { ResponseName = "WhoAmI" }
        .With("UserId", caller.UserId)
        .With("BusinessUnitId", organization.BusinessUnitOf(caller.UserId))
        .With("OrganizationId", organization.Ids.Organization);
}
