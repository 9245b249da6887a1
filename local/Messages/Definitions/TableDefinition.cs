using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>
/// A table as the SDK has it, with the parts that were asked for.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/entity-metadata">Table definitions</see>
/// </summary>
internal sealed class TableDefinition(Organization organization)
{
    public EntityMetadata Of(TableMetadata table, EntityFilters parts)
    {
        var definition = Described(table);
        if (parts.HasFlag(EntityFilters.Attributes))
        {
            definition
                .Set("Attributes", table.Columns.Concat(table.Unstored).Select((c, i) => ColumnDefinition.Of(table, c, i + 1)).ToArray())
                .Set("Keys", table.Keys.Select(k => KeyDefinition.Of(table, k)).ToArray());
        }

        if (parts.HasFlag(EntityFilters.Relationships))
        {
            definition
                .Set("OneToManyRelationships", table.Children.Select(r => RelationDefinition.Of(r, organization.Metadata)).ToArray())
                .Set("ManyToOneRelationships", table.Parents.Select(r => RelationDefinition.Of(r, organization.Metadata)).ToArray())
                .Set("ManyToManyRelationships", table.ManyToMany.Select(RelationDefinition.Of).ToArray());
        }

        if (parts.HasFlag(EntityFilters.Privileges))
        {
            definition.Set("Privileges", PrivilegeDefinitions.Of(table, organization.Access.Privileges));
        }

        return definition;
    }

    private static EntityMetadata Described(TableMetadata table) => new EntityMetadata
    {
        LogicalName = table.Name,
        SchemaName = table.SchemaName,
        LogicalCollectionName = table.EntitySetName,
        EntitySetName = table.EntitySetName,
        MetadataId = DefinitionIds.Of(table),
        DisplayName = DefinitionLabels.Of(table.Labels, table.DisplayName),
        DisplayCollectionName = DefinitionLabels.Of(table.CollectionLabels, table.DisplayCollectionName),
        Description = DefinitionLabels.Of(table.Description),
        OwnershipType = Ownership(table),
        HasNotes = table.HasNotes,
        HasActivities = table.Children.Any(r => r.ChildColumn == "regardingobjectid"),
        IsActivity = table.IsActivity,
        IsAuditEnabled = new BooleanManagedProperty(table.IsAuditEnabled),
        IsCustomizable = new BooleanManagedProperty(true),
        ChangeTrackingEnabled = false,
        ActivityTypeMask = table.IsActivity ? 1 : 0,
    }
        .Set("CollectionSchemaName", table.CollectionSchemaName)
        .Set("IsCustomEntity", table.IsCustom)
        .Set("IsIntersect", table.IsIntersect)
        .Set("IsManaged", false)
        .Set("IsValidForAdvancedFind", !table.IsIntersect)
        .Set("ObjectTypeCode", table.ObjectTypeCode)
        .Set("PrimaryIdAttribute", table.PrimaryId.Name)
        .Set("PrimaryNameAttribute", table.PrimaryName?.Name)
        .Set("PrimaryImageAttribute", table.PrimaryImage?.Name);

    private static OwnershipTypes Ownership(TableMetadata table) => table.Ownership switch
    {
        TableOwnership.User => OwnershipTypes.UserOwned,
        TableOwnership.Organization => OwnershipTypes.OrganizationOwned,
        TableOwnership.BusinessUnit => OwnershipTypes.BusinessOwned,
        TableOwnership.None => OwnershipTypes.None,
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };
}
