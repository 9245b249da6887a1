using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>The members of one JSON object. What is asked for is known; what nobody asked for is a mistake of the writer.</summary>
internal sealed class Members(JObject json)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Whether there is such a member, null left aside.</summary>
    public bool Has(string name) => json[name] is { Type: not JTokenType.Null };

    public string? TextOrNone(string name) => Find(name) is { } value ? Text(value) : null;

    public string Text(string name) => Required(name, Text);

    public string? NameOrNone(string name) => TextOrNone(name) is { Length: > 0 } text ? text : null;

    public string Name(string name) => Text(name) is { Length: > 0 } text ? text : throw Wrong(name, "is empty");

    public decimal Number(string name) => Required(name, Number);

    public decimal Number(string name, decimal otherwise) => Find(name) is { } value ? Number(value) : otherwise;

    public decimal? NumberOrNone(string name) => Find(name) is { } value ? Number(value) : null;

    public DateTime Day(string name) => Required(name, Day);

    public DateTime? DayOrNone(string name) => Find(name) is { } value ? Day(value) : null;

    public Month Month(string name) => Required(name, value => ToMonth(value, Text(value)));

    public Month? MonthOrNone(string name) => Find(name) is { } value ? ToMonth(value, Text(value)) : null;

    public bool YesNo(string name) => Find(name) is { } value && YesNo(value);

    /// <summary>The object of this name, read to its end; the default where there is none.</summary>
    public T? Object<T>(string name, Func<Members, T> read) => Find(name) is { } value ? Whole(value, read) : default;

    /// <summary>The objects of the list of this name, each read to its end.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<Members, T> read) => Find(name) switch
    {
        null => [],
        JArray list => [.. list.Select(item => Whole(item, read))],
        var other => throw Wrong(other, "is a list: write [ … ]"),
    };

    /// <summary>The names and values of the object of this name.</summary>
    public IEnumerable<(string Name, JToken Value)> Map(string name) => Find(name) switch
    {
        null => [],
        JObject map => map.Properties().Select(property => (property.Name, property.Value)),
        var other => throw Wrong(other, "maps names to values: write { … }"),
    };

    /// <summary>Reads an object and refuses what is in it beside.</summary>
    public static T Whole<T>(JToken value, Func<Members, T> read)
    {
        if (value is not JObject json)
            throw Wrong(value, "is an object: write { … }");
        var members = new Members(json);
        var result = read(members);
        if (json.Properties().FirstOrDefault(member => !members.asked.Contains(member.Name)) is { } unknown)
            throw Wrong(unknown.Value, $"is not known here; what may stand here is {string.Join(", ", members.asked)}");
        return result;
    }

    public CaseFormatException Wrong(string name, string what) => Wrong(json[name] ?? json, what);

    public static CaseFormatException Wrong(JToken value, string what) =>
        new(value is IJsonLineInfo info && info.HasLineInfo() ? info.LineNumber : 1, value.Path, what);

    public static string Text(JToken value) =>
        value.Type == JTokenType.String ? (string)value! : throw Wrong(value, "is a text: write it in quotation marks");

    /// <summary>A number, or the text of one as stored rulings have it.</summary>
    public static decimal Number(JToken value)
    {
        var written = value.Type is JTokenType.String or JTokenType.Integer or JTokenType.Float ? ((JValue)value).Value : null;
        if (Convert.ToString(written, CultureInfo.InvariantCulture) is not { Length: > 0 } text
            || !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            throw Wrong(value, "is a number, such as 1250.50");
        return number is >= -DealCase.LargestAmount and <= DealCase.LargestAmount
            ? number
            : throw Wrong(value, "is larger than any amount");
    }

    public static IReadOnlyCollection<string> Texts(JToken value) => value is JArray texts
        ? [.. texts.Select(Text)]
        : throw Wrong(value, "is a list of texts: write [ … ]");

    public static DateTime Day(JToken value) =>
        DateTime.TryParseExact(Text(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Wrong(value, "is a day, such as 2026-03-09");

    public static Month ToMonth(JToken value, string text) =>
        Rules.Month.TryParse(text, out var month) ? month : throw Wrong(value, "is a month, such as 2026-03");

    public static bool YesNo(JToken value) => value.Type switch
    {
        JTokenType.Boolean => (bool)value,
        JTokenType.String when Text(value) is "yes" or "no" => Text(value) == "yes",
        _ => throw Wrong(value, "is true or false"),
    };

    private T Required<T>(string name, Func<JToken, T> read) => Find(name) is { } value ? read(value) : throw Wrong(json, $"has no \"{name}\"");

    private JToken? Find(string name)
    {
        asked.Add(name);
        return json[name] is { Type: not JTokenType.Null } value ? value : null;
    }
}
