using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary><c>RetrieveRelationship</c>: the definition of one relation.</summary>
internal sealed class RetrieveRelationshipMessage(Organization organization) : DefinitionMessage(organization)
{
    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var name = request.Optional<string>("Name");
        var id = request.Optional<Guid>("MetadataId");
        var relation = name is { Length: > 0 } ? Metadata.FindRelation(name) : Metadata.Relations.Values.FirstOrDefault(r => DefinitionIds.Of(r) == id);
        return new RetrieveRelationshipResponse { ResponseName = "RetrieveRelationship" }
            .With("RelationshipMetadata", RelationDefinition.Of(relation ?? throw Missing("relationship", name ?? id.ToString()), Metadata));
    }
}
