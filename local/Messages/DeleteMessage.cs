using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages;

/// <summary><c>Delete</c>: one row, and what its relations say about the rows that point to it.</summary>
internal sealed class DeleteMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool CarriesSteps => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Writer.Delete(request.Required<EntityReference>("Target"), caller, request);
        return new DeleteResponse { ResponseName = "Delete" };
    }
}
