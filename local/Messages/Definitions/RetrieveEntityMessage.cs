using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary><c>RetrieveEntity</c>: the definition of one table.</summary>
internal sealed class RetrieveEntityMessage(Organization organization) : DefinitionMessage(organization)
{
    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveEntityResponse { ResponseName = "RetrieveEntity" }.With(
            "EntityMetadata",
            new TableDefinition(Organization).Of(Table(request, "LogicalName"), Parts(request)));

    public static EntityFilters Parts(OrganizationRequest request) =>
        request.Parameters.TryGetValue("EntityFilters", out var value) && value is EntityFilters parts ? parts : EntityFilters.Entity;
}
