using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Messages;

/// <summary><c>RetrieveMultiple</c>: a query in any of the three forms.</summary>
internal sealed class RetrieveMultipleMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveMultipleResponse { ResponseName = "RetrieveMultiple" }
            .With("EntityCollection", organization.Queries.Run(request.Required<QueryBase>("Query"), caller));
}
