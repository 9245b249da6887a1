using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Messages;

/// <summary><c>RetrieveUnpublished</c>: a component as it was last written. What is written counts at once here, so it is the row.</summary>
internal sealed class RetrieveUnpublishedMessage(Organization organization) : IMessage
{
    private readonly RetrieveMessage _retrieve = new(organization);

    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var row = _retrieve.Execute(request, caller)["Entity"];
        return new RetrieveUnpublishedResponse { ResponseName = "RetrieveUnpublished" }.With("Entity", row);
    }
}
