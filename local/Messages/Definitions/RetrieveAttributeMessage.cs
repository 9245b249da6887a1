using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary><c>RetrieveAttribute</c>: the definition of one column.</summary>
internal sealed class RetrieveAttributeMessage(Organization organization) : DefinitionMessage(organization)
{
    public override OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var (table, column) = Find(request);
        var number = table.Columns.Concat(table.Unstored).ToList().IndexOf(column) + 1;
        return new RetrieveAttributeResponse { ResponseName = "RetrieveAttribute" }
            .With("AttributeMetadata", ColumnDefinition.Of(table, column, number));
    }

    private (TableMetadata Table, ColumnMetadata Column) Find(OrganizationRequest request)
    {
        if (request.Optional<string>("EntityLogicalName") is { Length: > 0 } tableName)
        {
            var table = Organization.Table(tableName.ToLowerInvariant());
            var name = request.Required<string>("LogicalName").ToLowerInvariant();
            return (table, table.FindAny(name) ?? throw Faults.Create(ErrorCodes.ObjectDoesNotExist, $"Could not find an attribute with specified name {name} for entity {table.Name}."));
        }

        var id = request.Optional<Guid>("MetadataId");
        foreach (var table in Metadata.Tables.Values)
        {
            if (table.Columns.Concat(table.Unstored).FirstOrDefault(c => DefinitionIds.Of(table, c) == id) is { } column)
            {
                return (table, column);
            }
        }

        throw Missing("attribute", id.ToString());
    }
}
