using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>Makes values of the SDK of JSON values.</summary>
internal static class WireValues
{
    /// <summary>Reads a value of a column.</summary>
    /// <param name="json">The value; not null.</param>
    /// <param name="column">The column.</param>
    /// <param name="target">The table that a lookup points to, if the answer says so.</param>
    /// <param name="label">The value as text for people: a lookup's name.</param>
    /// <returns>The value; null for what has no value in the SDK.</returns>
    public static object? Read(JsonElement json, ColumnDefinition column, string? target, string? label) => (column.Kind, json.ValueKind) switch
    {
        (ColumnKind.Lookup, JsonValueKind.String) => Reference(json.GetString()!, column, target, label),
        (ColumnKind.Money, JsonValueKind.Number) => new Money(json.GetDecimal()),
        (ColumnKind.Choice, JsonValueKind.Number) => new OptionSetValue(json.GetInt32()),
        (ColumnKind.Choices, JsonValueKind.String) => Choices(json.GetString()!),
        (ColumnKind.Integer, JsonValueKind.Number) => json.TryGetInt32(out var whole) ? (object)whole : json.GetDecimal(),
        (ColumnKind.BigInteger, JsonValueKind.Number) => json.GetInt64(),
        (ColumnKind.BigInteger, JsonValueKind.String) => long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
        (ColumnKind.Double, JsonValueKind.Number) => json.GetDouble(),
        (ColumnKind.Decimal, JsonValueKind.Number) => json.GetDecimal(),
        (ColumnKind.Guid, JsonValueKind.String) => json.TryGetGuid(out var id) ? (object)id : json.GetString(),
        (ColumnKind.Date or ColumnKind.DateAndTime, JsonValueKind.String) => WireDates.Read(json.GetString()!),
        (ColumnKind.Bytes, JsonValueKind.String) => json.GetBytesFromBase64(),
        (ColumnKind.ManagedProperty, JsonValueKind.Object) => new BooleanManagedProperty(json.GetProperty("Value").GetBoolean())
        {
            CanBeChanged = json.TryGetProperty("CanBeChanged", out var can) && can.GetBoolean(),
        },
        _ => Plain(json),
    };

    /// <summary>Reads a value of which only its JSON is known.</summary>
    public static object? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.TryGetInt32(out var whole) ? (object)whole : json.TryGetInt64(out var large) ? (object)large : json.GetDecimal(),
        JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            json.EnumerateArray().Select(item => item.GetString()!).ToArray(),
        _ => null,
    };

    private static EntityReference? Reference(string text, ColumnDefinition column, string? target, string? label)
    {
        if (!Guid.TryParse(text, out var id))
            return null;
        // An owner's relation names no table that rows have; without an annotation it is a user.
        var table = target ?? (column.Lookups is [{ Table: not "owner" } first, ..] ? first.Table : "systemuser");
        return new EntityReference(table, id) { Name = label };
    }

    private static OptionSetValueCollection Choices(string text)
    {
        var values = new OptionSetValueCollection();
        foreach (var value in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            values.Add(new OptionSetValue(int.Parse(value, CultureInfo.InvariantCulture)));
        return values;
    }
}
