using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>What the values of a column look like in JSON, in both directions.</summary>
internal static class ColumnJson
{
    /// <summary>The name of a column's type in OData.</summary>
    public static string EdmType(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Id or ColumnType.Guid or ColumnType.Lookup or ColumnType.File => "Edm.Guid",
        ColumnType.Image => "Edm.Binary",
        ColumnType.WholeNumber or ColumnType.Choice or ColumnType.State or ColumnType.Status => "Edm.Int32",
        ColumnType.BigNumber => "Edm.Int64",
        ColumnType.Decimal or ColumnType.Money => "Edm.Decimal",
        ColumnType.Floating => "Edm.Double",
        ColumnType.YesNo => "Edm.Boolean",
        ColumnType.DateTime => column.DateBehavior == DateBehavior.DateOnly ? "Edm.Date" : "Edm.DateTimeOffset",
        _ => "Edm.String",
    };

    /// <summary>The value that a message takes, of what was sent.</summary>
    public static object? Read(ApiTable table, ColumnMetadata column, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return Convert(column, value) ?? throw Wrong(table, column, value);
    }

    public static void Write(Utf8JsonWriter json, ColumnMetadata? column, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case Money money:
                json.WriteNumberValue(money.Value);
                break;
            case OptionSetValue choice:
                json.WriteNumberValue(choice.Value);
                break;
            case OptionSetValueCollection choices:
                json.WriteStringValue(string.Join(',', choices.Select(c => c.Value.ToString(CultureInfo.InvariantCulture))));
                break;
            case DateTime date:
                json.WriteStringValue(date.ToString(
                    column is { DateBehavior: DateBehavior.DateOnly } ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                break;
            case EntityReference reference:
                json.WriteStringValue(reference.Id);
                break;
            case AliasedValue aliased:
                Write(json, column, aliased.Value!);
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            default:
                json.WriteStringValue(System.Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static object? Convert(ColumnMetadata column, JsonElement value) => column.Type switch
    {
        ColumnType.Id or ColumnType.Guid => value.ValueKind == JsonValueKind.String && Guid.TryParse(value.GetString(), out var id) ? id : null,
        ColumnType.WholeNumber => Whole(value),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => Whole(value) is { } number ? new OptionSetValue(number) : null,
        ColumnType.BigNumber => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var big) ? big : null,
        ColumnType.Decimal => Number(value),
        ColumnType.Money => Number(value) is { } amount ? new Money(amount) : null,
        ColumnType.Floating => Floating(value),
        ColumnType.YesNo => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null,
        ColumnType.DateTime => value.ValueKind == JsonValueKind.String ? Date(value.GetString()!) : null,
        ColumnType.Choices => value.ValueKind == JsonValueKind.String ? Choices(value.GetString()!) : null,
        ColumnType.Text or ColumnType.Memo => value.ValueKind == JsonValueKind.String ? value.GetString() : null,
        ColumnType.Image => value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) ? bytes : null,
        _ => null,
    };

    // The OData reader takes a whole number between quotation marks; decimals it takes so only with IEEE754Compatible.
    private static int? Whole(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static decimal? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        _ => null,
    };

    private static double? Floating(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    private static DateTime? Date(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date.UtcDateTime : null;

    private static OptionSetValueCollection? Choices(string text)
    {
        var values = new OptionSetValueCollection();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            values.Add(new OptionSetValue(value));
        }

        return values;
    }

    private static ApiException Wrong(ApiTable table, ColumnMetadata column, JsonElement value)
    {
        if (column.Type is ColumnType.Decimal or ColumnType.Money or ColumnType.BigNumber && value.ValueKind == JsonValueKind.String)
        {
            return ApiErrors.Payload(
                table.SetName,
                $"Microsoft.OData.ODataException: Cannot convert a value to target type '{EdmType(column)}' because of conflict between input format string/number and parameter 'IEEE754Compatible' false/true ({column.Name}).");
        }

        var text = value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? value.ValueKind.ToString() : value.ToString();
        return ApiErrors.WrongLiteral(table.SetName, column.Name, text.Length > 100 ? text[..100] + "…" : text, EdmType(column));
    }
}
