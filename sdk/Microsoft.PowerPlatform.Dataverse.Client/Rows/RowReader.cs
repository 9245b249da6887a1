using System;
using System.Collections.Generic;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>Makes rows of JSON objects.</summary>
internal static class RowReader
{
    private const string Formatted = "@OData.Community.Display.V1.FormattedValue";
    private const string Target = "@Microsoft.Dynamics.CRM.lookuplogicalname";
    private const string ETag = "@odata.etag";

    /// <summary>Reads a row of a table.</summary>
    public static Entity Read(JsonElement json, TableDefinition table) => Read(json, table, property => Plain(table, property));

    /// <summary>Reads a row whose properties say what they are by another rule; those of which nothing is known are left out.</summary>
    public static Entity Read(JsonElement json, TableDefinition table, Func<string, ReadColumn?> columns)
    {
        var row = new Entity(table.LogicalName);
        Dictionary<string, string>? labels = null;
        Dictionary<string, string>? targets = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == ETag)
                row.RowVersion = Version(property.Value.GetString());
            else if (property.Name.EndsWith(Formatted, StringComparison.Ordinal))
                (labels ??= [])[property.Name[..^Formatted.Length]] = property.Value.GetString() ?? string.Empty;
            else if (property.Name.EndsWith(Target, StringComparison.Ordinal))
                (targets ??= [])[property.Name[..^Target.Length]] = property.Value.GetString() ?? string.Empty;
        }

        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null || property.Name.Contains('@', StringComparison.Ordinal)
                || columns(property.Name) is not { } column)
                continue;
            var label = labels?.GetValueOrDefault(property.Name);
            var value = WireValues.Read(property.Value, column.Definition, targets?.GetValueOrDefault(property.Name), label);
            if (value is null)
                continue;
            row.Attributes[column.Key] = column.IsAliased ? new AliasedValue(column.Table, column.Definition.Name, value) : value;
            if (label is not null)
                row.FormattedValues[column.Key] = label;
            if (column.Key == table.PrimaryId && value is Guid id)
                row.Id = id;
        }

        return row;
    }

    /// <summary>A property of a row that is read for itself: a column, or a lookup as <c>_NAME_value</c>.</summary>
    public static ReadColumn? Plain(TableDefinition table, string property) =>
        table.Find(LookupName(property) ?? property) is { } column ? new ReadColumn(column.Name, column, table.LogicalName, IsAliased: false) : null;

    /// <summary>The lookup's name in <c>_NAME_value</c>; null for other properties.</summary>
    public static string? LookupName(string property) =>
        property.Length > 7 && property[0] == '_' && property.EndsWith("_value", StringComparison.Ordinal) ? property[1..^6] : null;

    // W/"1234"
    private static string? Version(string? etag) => etag?.Trim() is { } text && text.StartsWith("W/", StringComparison.Ordinal) ? text[2..].Trim('"') : etag;
}

/// <summary>What a JSON property becomes.</summary>
/// <param name="Key">Name in the row.</param>
/// <param name="Definition">The column it comes from.</param>
/// <param name="Table">The column's table.</param>
/// <param name="IsAliased">Whether the value is told together with its table and column.</param>
internal sealed record ReadColumn(string Key, ColumnDefinition Definition, string Table, bool IsAliased);
