using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>An alternate key as the SDK has it; its index exists as soon as the database does.</summary>
internal static class KeyDefinition
{
    public static EntityKeyMetadata Of(TableMetadata table, KeyMetadata key) => new EntityKeyMetadata
    {
        LogicalName = key.Name,
        SchemaName = key.SchemaName,
        DisplayName = DefinitionLabels.Of(null, key.DisplayName),
        KeyAttributes = [.. key.Columns],
        MetadataId = DefinitionIds.Of(table, key),
        IsCustomizable = new BooleanManagedProperty(true),
    }.Set("EntityLogicalName", table.Name).Set("EntityKeyIndexStatus", EntityKeyIndexStatus.Active).Set("IsManaged", false);
}
