using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>
/// <c>RetrieveMetadataChanges</c>: the definitions that a question asks for. Definitions do not change while a database is open: whoever
/// brings the current stamp gets nothing, whoever brings another one is told to ask for everything, as the platform does when a stamp expired.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/query-schema-definitions">Query schema definitions</see>
/// </summary>
internal sealed class RetrieveMetadataChangesMessage(Organization organization) : DefinitionMessage(organization)
{
    private const int ExpiredVersionStamp = unchecked((int)0x80044352);

    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var stamp = request.Optional<string>("ClientVersionStamp");
        if (stamp is { Length: > 0 } && stamp != Organization.Definitions.Stamp)
        {
            throw Faults.Create(ExpiredVersionStamp, "Version stamp associated with the client has expired. Please perform a full sync.");
        }

        var found = new EntityMetadataCollection();
        if (stamp is null or "")
        {
            found.AddRange(Ask(request.Optional<EntityQueryExpression>("Query") ?? new EntityQueryExpression()));
        }

        return new RetrieveMetadataChangesResponse { ResponseName = "RetrieveMetadataChanges" }
            .With("EntityMetadata", found)
            .With("ServerVersionStamp", Organization.Definitions.Stamp);
    }

    private IEnumerable<EntityMetadata> Ask(EntityQueryExpression query)
    {
        var parts = EntityFilters.Entity
            | (query.AttributeQuery is not null || query.KeyQuery is not null || Wants(query, "Attributes", "Keys") ? EntityFilters.Attributes : 0)
            | (query.RelationshipQuery is not null || Wants(query, "OneToManyRelationships", "ManyToOneRelationships", "ManyToManyRelationships") ? EntityFilters.Relationships : 0)
            | (Wants(query, "Privileges") ? EntityFilters.Privileges : 0);
        var definitions = new TableDefinition(Organization);
        foreach (var table in Metadata.Tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            // Only what the condition is about is made before it is known whether the table is wanted.
            if (DefinitionFilter.Meets(definitions.Of(table, EntityFilters.Entity), query.Criteria))
            {
                yield return Narrow(definitions.Of(table, parts), query);
            }
        }
    }

    private static EntityMetadata Narrow(EntityMetadata table, EntityQueryExpression query) => table
        .Set("Attributes", Only(table.Attributes, query.AttributeQuery))
        .Set("Keys", Only(table.Keys, query.KeyQuery))
        .Set("OneToManyRelationships", Only(table.OneToManyRelationships, query.RelationshipQuery))
        .Set("ManyToOneRelationships", Only(table.ManyToOneRelationships, query.RelationshipQuery))
        .Set("ManyToManyRelationships", Only(table.ManyToManyRelationships, query.RelationshipQuery));

    private static T[]? Only<T>(T[]? definitions, MetadataQueryExpression? query)
        where T : MetadataBase => definitions?.Where(d => DefinitionFilter.Meets(d, query?.Criteria)).ToArray();

    private static bool Wants(EntityQueryExpression query, params string[] names) =>
        query.Properties is { } properties && (properties.AllProperties || names.Any(properties.PropertyNames.Contains));
}
