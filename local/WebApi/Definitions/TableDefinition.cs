using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi.Definitions;

/// <summary>
/// A table's definition: <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/entitymetadata">EntityMetadata</see>.
/// </summary>
internal sealed class TableDefinition(ApiSchema schema)
{
    /// <summary>What a table's definition leads to.</summary>
    public static readonly string[] Navigation = ["Attributes", "Keys", "OneToManyRelationships", "ManyToOneRelationships", "ManyToManyRelationships", "Privileges"];

    public static JsonObject Of(TableMetadata table) => new()
    {
        ["MetadataId"] = DefinitionNodes.IdOf("table:" + table.Name),
        ["HasChanged"] = null,
        ["LogicalName"] = table.Name,
        ["SchemaName"] = table.SchemaName,
        ["EntitySetName"] = table.EntitySetName,
        ["LogicalCollectionName"] = table.EntitySetName,
        ["CollectionSchemaName"] = table.CollectionSchemaName,
        ["ObjectTypeCode"] = table.ObjectTypeCode,
        ["DisplayName"] = DefinitionNodes.Label(table.DisplayName),
        ["DisplayCollectionName"] = DefinitionNodes.Label(table.DisplayCollectionName),
        ["Description"] = DefinitionNodes.Label(null),
        ["OwnershipType"] = Ownership(table),
        ["PrimaryIdAttribute"] = table.PrimaryId.Name,
        ["PrimaryNameAttribute"] = table.PrimaryName?.Name,
        ["PrimaryImageAttribute"] = table.PrimaryImage?.Name,
        ["HasNotes"] = table.HasNotes,
        ["HasActivities"] = table.Children.Any(r => r.ChildTable == "activitypointer"),
        ["IsActivity"] = table.IsActivity,
        ["IsIntersect"] = table.IsIntersect,
        ["IsCustomEntity"] = table.Name.Contains('_', StringComparison.Ordinal),
        ["IsLogicalEntity"] = false,
        ["IsManaged"] = true,
        ["IsAuditEnabled"] = DefinitionNodes.Managed(table.IsAuditEnabled, "canmodifyauditsettings"),
        ["IsCustomizable"] = DefinitionNodes.Managed(true, "iscustomizable"),
        ["IsOptimisticConcurrencyEnabled"] = true,
        ["TableType"] = "Standard",
    };

    /// <summary>What a navigation property of a table's definition holds.</summary>
    public IEnumerable<JsonObject> Related(TableMetadata table, string navigation) => navigation switch
    {
        "Attributes" => table.Columns.Concat(table.Unstored).Select(c => ColumnDefinition.Of(table, c, schema.Metadata)),
        "Keys" => table.Keys.Select(k => Key(table, k)),
        "OneToManyRelationships" => table.Children.Select(RelationDefinition),
        "ManyToOneRelationships" => table.Parents.Select(RelationDefinition),
        "ManyToManyRelationships" => table.ManyToMany.Select(Of),
        _ => [],
    };

    public JsonObject RelationDefinition(RelationMetadata relation)
    {
        var child = schema.Find(relation.ChildTable);
        var column = child?.Table.Find(relation.ChildColumn);
        var navigation = child?.Lookups.Values.FirstOrDefault(l => ReferenceEquals(l.Column, column) && (l.Target is null || l.Target == relation.ParentTable))?.Name;
        return new JsonObject
        {
            ["@odata.type"] = "#Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata",
            ["MetadataId"] = DefinitionNodes.IdOf("relation:" + relation.Name),
            ["HasChanged"] = null,
            ["SchemaName"] = relation.Name,
            ["RelationshipType"] = "OneToManyRelationship",
            ["IsCustomRelationship"] = relation.Name.Contains('_', StringComparison.Ordinal) && relation.ChildTable.Contains('_', StringComparison.Ordinal),
            ["IsManaged"] = true,
            ["IsHierarchical"] = relation.IsHierarchical,
            ["ReferencedEntity"] = relation.ParentTable,
            ["ReferencedAttribute"] = schema.Find(relation.ParentTable)?.Table.PrimaryId.Name,
            ["ReferencingEntity"] = relation.ChildTable,
            ["ReferencingAttribute"] = relation.ChildColumn,
            ["ReferencedEntityNavigationPropertyName"] = relation.NavigationFromParent,
            ["ReferencingEntityNavigationPropertyName"] = navigation ?? relation.NavigationFromChild,
            ["CascadeConfiguration"] = new JsonObject
            {
                ["Assign"] = relation.OnAssign.ToString(),
                ["Delete"] = relation.OnDelete.ToString(),
                ["Merge"] = relation.OnMerge.ToString(),
                ["Reparent"] = relation.OnReparent.ToString(),
                ["Share"] = relation.OnShare.ToString(),
                ["Unshare"] = relation.OnUnshare.ToString(),
            },
        };
    }

    public static JsonObject Of(ManyToManyMetadata relation) => new()
    {
        ["@odata.type"] = "#Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata",
        ["MetadataId"] = DefinitionNodes.IdOf("relation:" + relation.Name),
        ["HasChanged"] = null,
        ["SchemaName"] = relation.Name,
        ["RelationshipType"] = "ManyToManyRelationship",
        ["IsManaged"] = true,
        ["IntersectEntityName"] = relation.IntersectTable,
        ["Entity1LogicalName"] = relation.FirstTable,
        ["Entity1IntersectAttribute"] = relation.FirstColumn,
        ["Entity1NavigationPropertyName"] = relation.NavigationFromFirst,
        ["Entity2LogicalName"] = relation.SecondTable,
        ["Entity2IntersectAttribute"] = relation.SecondColumn,
        ["Entity2NavigationPropertyName"] = relation.NavigationFromSecond,
    };

    private static string Ownership(TableMetadata table) => table.Ownership switch
    {
        TableOwnership.User => "UserOwned",
        TableOwnership.BusinessUnit => "BusinessOwned",
        TableOwnership.Organization => "OrganizationOwned",
        _ => "None",
    };

    private static JsonObject Key(TableMetadata table, KeyMetadata key) => new()
    {
        ["MetadataId"] = DefinitionNodes.IdOf($"key:{table.Name}.{key.Name}"),
        ["HasChanged"] = null,
        ["EntityLogicalName"] = table.Name,
        ["LogicalName"] = key.Name,
        ["SchemaName"] = key.Name,
        ["DisplayName"] = DefinitionNodes.Label(key.DisplayName),
        ["KeyAttributes"] = new JsonArray([.. key.Columns.Select(c => (JsonNode?)c)]),
        ["EntityKeyIndexStatus"] = "Active",
        ["IsManaged"] = true,
    };
}
