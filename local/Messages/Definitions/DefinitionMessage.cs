using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>What the messages about definitions have in common: they read, run no steps, and find things by name or by id.</summary>
internal abstract class DefinitionMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public bool HasSteps => false;

    protected Organization Organization { get; } = organization;

    protected SolutionMetadata Metadata => Organization.Metadata;

    public abstract OrganizationResponse Execute(OrganizationRequest request, Caller caller);

    /// <summary>The table that a request names by logical name or by the id of its definition.</summary>
    protected TableMetadata Table(OrganizationRequest request, string nameParameter)
    {
        if (request.Optional<string>(nameParameter) is { Length: > 0 } name)
        {
            return Organization.Table(name.ToLowerInvariant());
        }

        var id = request.Optional<Guid>("MetadataId");
        return Metadata.Tables.Values.FirstOrDefault(t => DefinitionIds.Of(t) == id)
            ?? throw Missing("entity", id == Guid.Empty ? nameParameter : id.ToString());
    }

    /// <summary>The platform's refusal of a definition that does not exist.</summary>
    protected static Exception Missing(string kind, string? name) =>
        Faults.Create(ErrorCodes.ObjectDoesNotExist, $"Could not find an {kind} with the specified name or id: {name}.");
}
