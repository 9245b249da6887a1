using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary><c>RetrieveEntityKey</c>: the definition of one alternate key.</summary>
internal sealed class RetrieveEntityKeyMessage(Organization organization) : DefinitionMessage(organization)
{
    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var name = request.Optional<string>("LogicalName");
        var id = request.Optional<Guid>("MetadataId");
        var tables = request.Optional<string>("EntityLogicalName") is { Length: > 0 } table
            ? [Organization.Table(table.ToLowerInvariant())]
            : Metadata.Tables.Values;
        foreach (var candidate in tables)
        {
            var key = candidate.Keys.FirstOrDefault(k => name is { Length: > 0 } ? k.Name.Equals(name, StringComparison.OrdinalIgnoreCase) : DefinitionIds.Of(candidate, k) == id);
            if (key is not null)
            {
                return new RetrieveEntityKeyResponse { ResponseName = "RetrieveEntityKey" }.With("EntityKeyMetadata", KeyDefinition.Of(candidate, key));
            }
        }

        throw Missing("entity key", name ?? id.ToString());
    }
}
