using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Parameters of functions and actions, from JSON to the values that messages take.</summary>
internal sealed class ParameterReader(ApiSchema schema)
{
    private readonly RowReader _rows = new(schema);
    private readonly RowKeys _keys = new(schema);

    public object? Read(string operation, string name, CustomApiType type, JsonElement value, ApiRequest request)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return Convert(operation, name, type, value, request)
            ?? throw ApiErrors.Payload(operation, $"Microsoft.OData.ODataException: Cannot convert the literal '{Short(value)}' to the expected type of the parameter '{name}', {type}.");
    }

    public EntityReference Reference(string operation, string name, JsonElement value, ApiRequest request)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@odata.id", out var address) && address.ValueKind == JsonValueKind.String)
        {
            return _keys.Bound(address.GetString()!, request);
        }

        var table = _rows.TypeOf(value) ?? throw Unnamed(operation, name);

        // A row with nothing but its id, which users and teams also have as owners.
        foreach (var property in new[] { table.Table.PrimaryId.Name, "ownerid" })
        {
            if (value.TryGetProperty(property, out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var guid))
            {
                return new EntityReference(table.Name, guid);
            }
        }

        throw Unnamed(operation, name);
    }

    /// <summary>A row; its table is named by <c>@odata.type</c>, or is the one that the parameter has.</summary>
    public Entity Row(JsonElement value, string? table, ApiRequest request)
    {
        var shown = _rows.TypeOf(value) ?? (table is null ? null : schema.Table(table))
            ?? throw ApiErrors.Argument("A row in the parameters has no @odata.type: Microsoft.Dynamics.CRM.<table> is expected.");
        var row = _rows.Read(shown, value, request);
        if (row.Id == Guid.Empty && row.Attributes.TryGetValue(shown.Table.PrimaryId.Name, out var id) && id is Guid guid)
        {
            row.Id = guid;
            row.Attributes.Remove(shown.Table.PrimaryId.Name);
        }

        return row;
    }

    private object? Convert(string operation, string name, CustomApiType type, JsonElement value, ApiRequest request) => type switch
    {
        CustomApiType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null,
        CustomApiType.DateTime => value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date.UtcDateTime : null,
        CustomApiType.Decimal => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null,
        CustomApiType.Float => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
        CustomApiType.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null,
        CustomApiType.Money => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var amount) ? new Money(amount) : null,
        CustomApiType.Picklist => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var choice) ? new OptionSetValue(choice) : null,
        CustomApiType.String => value.ValueKind == JsonValueKind.String ? value.GetString() : null,
        CustomApiType.Guid => value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null,
        CustomApiType.StringArray => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? value.EnumerateArray().Select(e => e.GetString()!).ToArray()
            : null,
        CustomApiType.Entity => value.ValueKind == JsonValueKind.Object ? Row(value, null, request) : null,
        CustomApiType.EntityCollection => value.ValueKind == JsonValueKind.Array
            ? new EntityCollection([.. value.EnumerateArray().Select(e => Row(e, null, request))])
            : null,
        CustomApiType.EntityReference => value.ValueKind == JsonValueKind.Object ? Reference(operation, name, value, request) : null,
        _ => null,
    };

    private static ApiException Unnamed(string operation, string name) => ApiErrors.Argument(
        $"'{name}' of {operation} names no row: an object with @odata.id, or with @odata.type and the row's id, is expected.");

    private static string Short(JsonElement value)
    {
        var text = value.ToString();
        return text.Length > 100 ? text[..100] + "…" : text;
    }
}
