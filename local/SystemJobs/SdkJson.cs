using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>The SDK's values as JSON: text, yes/no and whole numbers as they are, everything else as an object that names its type.</summary>
internal static class SdkJson
{
    public static void WriteMembers<T>(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, T>> members)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        foreach (var (key, value) in members)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    public static void ReadMembers(JsonElement json, Action<string, object?> add)
    {
        foreach (var member in json.EnumerateObject())
        {
            add(member.Name, Read(member.Value));
        }
    }

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case Entity entity:
                WriteTagged(json, "row", () => SdkRows.Write(json, entity));
                break;
            case EntityCollection rows:
                WriteTagged(json, "collection", () => SdkRows.Write(json, rows));
                break;
            case EntityReference { KeyAttributes.Count: 0, RowVersion: null } reference:
                WriteTagged(json, "ref", () => json.WriteStringValue($"{reference.LogicalName}/{reference.Id}/{reference.Name}"));
                break;
            case EntityReference reference:
                WriteTagged(json, "reference", () => SdkRows.Write(json, reference));
                break;
            case Enum named:
                WriteTagged(json, "enum", () => WriteEnum(json, named));
                break;
            case OptionSetValueCollection choices:
                WriteTagged(json, "choices", () => WriteArray(json, choices.Select(c => c.Value)));
                break;
            case Guid[] ids:
                WriteTagged(json, "guids", () => WriteArray(json, ids.Select(i => i.ToString())));
                break;
            case string[] texts:
                WriteTagged(json, "texts", () => WriteArray(json, texts));
                break;
            case byte[] bytes:
                WriteTagged(json, "bytes", () => json.WriteBase64StringValue(bytes));
                break;
            default:
                var (tag, content) = Scalar(value);
                WriteTagged(json, tag, () => json.WriteStringValue(content));
                break;
        }
    }

    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.GetInt32(),
        _ => ReadTagged(json.EnumerateObject().First()),
    };

    private static (string Tag, string Content) Scalar(object value) => value switch
    {
        Guid id => ("guid", id.ToString()),
        DateTime date => ("date", date.ToString("O", CultureInfo.InvariantCulture)),
        Money money => ("money", money.Value.ToString(CultureInfo.InvariantCulture)),
        OptionSetValue choice => ("choice", choice.Value.ToString(CultureInfo.InvariantCulture)),
        decimal number => ("decimal", number.ToString(CultureInfo.InvariantCulture)),
        long number => ("long", number.ToString(CultureInfo.InvariantCulture)),
        double number => ("double", number.ToString("R", CultureInfo.InvariantCulture)),
        _ => ("contract", SdkContract.Write(value)),
    };

    private static object ReadTagged(JsonProperty property)
    {
        var json = property.Value;
        return property.Name switch
        {
            "guid" => json.GetGuid(),
            "date" => DateTime.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            "money" => new Money(decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture)),
            "choice" => new OptionSetValue(int.Parse(json.GetString()!, CultureInfo.InvariantCulture)),
            "decimal" => decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            "long" => long.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            "double" => double.Parse(json.GetString()!, CultureInfo.InvariantCulture),
            "ref" => Reference(json.GetString()!.Split('/', 3)),
            "choices" => new OptionSetValueCollection([.. json.EnumerateArray().Select(v => new OptionSetValue(v.GetInt32()))]),
            "guids" => json.EnumerateArray().Select(v => v.GetGuid()).ToArray(),
            "texts" => json.EnumerateArray().Select(v => v.GetString()!).ToArray(),
            "bytes" => json.GetBytesFromBase64(),
            "contract" => SdkContract.Read(json.GetString()!),
            "enum" => Enum.ToObject(Type.GetType(json.GetProperty("type").GetString()!, throwOnError: true)!, json.GetProperty("value").GetInt64()),
            "reference" => SdkRows.ReadReference(json),
            "row" => SdkRows.ReadEntity(json),
            "collection" => SdkRows.ReadCollection(json),
            "rows" => SdkRows.Rows(json), // of jobs that an earlier version wrote
            var other => throw new NotSupportedException($"'{other}' is no value of a step's context."),
        };
    }

    private static EntityReference Reference(string[] parts) =>
        new(parts[0], Guid.Parse(parts[1])) { Name = parts[2].Length == 0 ? null : parts[2] };

    private static void WriteTagged(Utf8JsonWriter json, string tag, Action write)
    {
        json.WriteStartObject();
        json.WritePropertyName(tag);
        write();
        json.WriteEndObject();
    }

    public static void WriteArray<T>(Utf8JsonWriter json, IEnumerable<T> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            Write(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteEnum(Utf8JsonWriter json, Enum named)
    {
        SdkContract.CheckType(named.GetType());
        json.WriteStartObject();
        json.WriteString("type", named.GetType().AssemblyQualifiedName);
        json.WriteNumber("value", Convert.ToInt64(named, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
