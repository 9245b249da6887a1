using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary><c>RetrieveOptionSet</c>: the definition of one global choice.</summary>
internal sealed class RetrieveOptionSetMessage(Organization organization) : DefinitionMessage(organization)
{
    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var name = request.Optional<string>("Name");
        var id = request.Optional<Guid>("MetadataId");
        var choice = Metadata.Choices.Values.FirstOrDefault(c => name is { Length: > 0 }
            ? c.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            : DefinitionIds.Of(c) == id);
        return new RetrieveOptionSetResponse { ResponseName = "RetrieveOptionSet" }
            .With("OptionSetMetadata", ChoiceDefinition.Of(choice ?? throw Missing("optionset", name ?? id.ToString())));
    }
}

/// <summary><c>RetrieveAllOptionSets</c>: the definitions of all global choices.</summary>
internal sealed class RetrieveAllOptionSetsMessage(Organization organization) : DefinitionMessage(organization)
{
    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveAllOptionSetsResponse { ResponseName = "RetrieveAllOptionSets" }.With(
            "OptionSetMetadata",
            Metadata.Choices.Values.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (OptionSetMetadataBase)ChoiceDefinition.Of(c)).ToArray());
}
