using System;
using System.Linq;
using System.Text.Json;

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>Reads definitions of tables out of <c>EntityDefinitions</c>.</summary>
internal static class TableReader
{
    public const string ListPath = "EntityDefinitions?$select=LogicalName,EntitySetName,PrimaryIdAttribute";

    public static string Path(string table) =>
        $"EntityDefinitions(LogicalName='{Uri.EscapeDataString(table)}')?$select=LogicalName,EntitySetName,PrimaryIdAttribute" +
        "&$expand=Attributes($select=LogicalName,SchemaName,AttributeType,AttributeTypeName,AttributeOf)," +
        "ManyToOneRelationships($select=SchemaName,ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)";

    /// <summary>Which date columns are days without a time is told by this alone.</summary>
    public static string DatesPath(string table) =>
        $"EntityDefinitions(LogicalName='{Uri.EscapeDataString(table)}')/Attributes/Microsoft.Dynamics.CRM.DateTimeAttributeMetadata" +
        "?$select=LogicalName,DateTimeBehavior";

    public static TableName Name(JsonElement json) =>
        new(Text(json, "LogicalName")!, Text(json, "EntitySetName") ?? string.Empty, Text(json, "PrimaryIdAttribute") ?? string.Empty);

    public static TableDefinition Read(JsonElement json, JsonElement dates)
    {
        var days = dates.GetProperty("value").EnumerateArray()
            .Where(column => Value(column, "DateTimeBehavior") == "DateOnly")
            .Select(column => Text(column, "LogicalName"))
            .ToHashSet(StringComparer.Ordinal);
        var lookups = json.GetProperty("ManyToOneRelationships").EnumerateArray().ToLookup(
            relation => Text(relation, "ReferencingAttribute"),
            relation => new LookupDefinition(Text(relation, "ReferencedEntity")!, Text(relation, "ReferencingEntityNavigationPropertyName")!));
        var columns = json.GetProperty("Attributes").EnumerateArray().Select(column =>
        {
            var name = Text(column, "LogicalName")!;
            return new ColumnDefinition(name, Text(column, "SchemaName") ?? name, Kind(column, days.Contains(name)), [.. lookups[name]]);
        });
        return new TableDefinition(Name(json), columns.ToDictionary(column => column.Name, StringComparer.Ordinal));
    }

    private static ColumnKind Kind(JsonElement column, bool isDay) => (Value(column, "AttributeTypeName"), Text(column, "AttributeType")) switch
    {
        ("MultiSelectPicklistType", _) => ColumnKind.Choices,
        ("ImageType", _) => ColumnKind.Bytes,
        ("FileType", _) => ColumnKind.Guid,
        (_, "Boolean") => ColumnKind.Boolean,
        (_, "Integer") => ColumnKind.Integer,
        (_, "BigInt") => ColumnKind.BigInteger,
        (_, "Double") => ColumnKind.Double,
        (_, "Decimal") => ColumnKind.Decimal,
        (_, "Money") => ColumnKind.Money,
        (_, "Uniqueidentifier") => ColumnKind.Guid,
        (_, "Lookup" or "Customer" or "Owner") => ColumnKind.Lookup,
        (_, "Picklist" or "State" or "Status") => ColumnKind.Choice,
        (_, "DateTime") => isDay ? ColumnKind.Date : ColumnKind.DateAndTime,
        (_, "ManagedProperty") => ColumnKind.ManagedProperty,
        (_, "String" or "Memo" or "EntityName") => ColumnKind.Text,
        _ => ColumnKind.Other,
    };

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // {"AttributeTypeName": {"Value": "MoneyType"}}
    private static string? Value(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, "Value") : null;
}
