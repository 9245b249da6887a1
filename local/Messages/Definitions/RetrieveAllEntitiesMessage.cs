using System;
using System.Linq;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary><c>RetrieveAllEntities</c>: the definitions of all tables, by logical name.</summary>
internal sealed class RetrieveAllEntitiesMessage(Organization organization) : DefinitionMessage(organization)
{
    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var parts = RetrieveEntityMessage.Parts(request);
        var definitions = new TableDefinition(Organization);
        return new RetrieveAllEntitiesResponse { ResponseName = "RetrieveAllEntities" }
            .With("EntityMetadata", Metadata.Tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => definitions.Of(t, parts)).ToArray())
            .With("Timestamp", Organization.Definitions.Stamp);
    }
}
