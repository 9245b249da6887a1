using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security.Messages;

/// <summary><c>SetBusinessSystemUser</c>: an update of the user's business unit. His rows go with him; they can't be given to somebody else on the way.</summary>
internal sealed class SetBusinessSystemUserMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var user = request.Required<Guid>("UserId");
        if (request.Optional<EntityReference>("ReassignPrincipal") is { } other && other.Id != user)
        {
            throw Faults.Argument("SetBusinessSystemUser: the local Dataverse leaves a user's rows with him; name the user himself as ReassignPrincipal.");
        }

        organization.Writer.Update(
            [new Entity("systemuser", user) { ["businessunitid"] = new EntityReference("businessunit", request.Required<Guid>("BusinessId")) }],
            caller,
            new OrganizationRequest("Update"),
            multiple: false);
        return new SetBusinessSystemUserResponse { ResponseName = "SetBusinessSystemUser" };
    }
}
