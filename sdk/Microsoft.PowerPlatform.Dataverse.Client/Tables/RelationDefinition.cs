using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>
/// A relation as the wire needs it. Of a one-to-many relation the first table is the one looked up, the second the one that holds
/// the lookup.
/// </summary>
internal sealed record RelationDefinition(
    string SchemaName, bool IsManyToMany, string FirstTable, string SecondTable, string? FirstNavigation, string? SecondNavigation)
{
    /// <summary>Reads an item of <c>RelationshipDefinitions</c>.</summary>
    public static RelationDefinition Read(JsonElement json)
    {
        string? Text(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        return Text("IntersectEntityName") is not null || Text("Entity1LogicalName") is not null
            ? new RelationDefinition(
                Text("SchemaName")!, true, Text("Entity1LogicalName")!, Text("Entity2LogicalName")!,
                Text("Entity1NavigationPropertyName"), Text("Entity2NavigationPropertyName"))
            : new RelationDefinition(
                Text("SchemaName")!, false, Text("ReferencedEntity")!, Text("ReferencingEntity")!,
                Text("ReferencedEntityNavigationPropertyName"), Text("ReferencingEntityNavigationPropertyName"));
    }

    /// <summary>Whether a row of the table is on the first side.</summary>
    public bool IsFirst(string table, EntityRole? role)
    {
        if (FirstTable == SecondTable && table == FirstTable)
        {
            return role is not null
                ? role == (IsManyToMany ? EntityRole.Referencing : EntityRole.Referenced)
                : throw Wire.WireFaults.Refuse(Wire.WireFaults.InvalidArgument, $"Entity role must be specified for reflexive relationship '{SchemaName}'.");
        }

        if (table == FirstTable)
            return true;
        return table == SecondTable
            ? false
            : throw Wire.WireFaults.Refuse(
                Wire.WireFaults.InvalidArgument, $"The table '{table}' is not part of the relationship '{SchemaName}'.");
    }

    /// <summary>The navigation property that leads from one side to the other.</summary>
    public string Navigation(bool fromFirst) =>
        (fromFirst ? FirstNavigation : SecondNavigation) is { Length: > 0 } name ? name : SchemaName;
}
