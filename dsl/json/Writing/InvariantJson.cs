using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Newtonsoft.Json;

namespace CrmAddon.Rules.Json;

/// <summary>
/// Writes compact JSON whose text depends on the values alone: numbers as invariant text without trailing zeros, days as
/// yyyy-MM-dd, members in the order in which they are written, what is empty left out.
/// </summary>
public sealed class InvariantJson
{
    private readonly JsonTextWriter _json;

    private InvariantJson(JsonTextWriter json) => _json = json;

    /// <summary>One JSON object.</summary>
    public static string Object(Action<InvariantJson> members) => Write(json => json.Braces(members));

    /// <summary>A list of JSON objects, which may be empty.</summary>
    public static string Array<T>(IReadOnlyCollection<T> items, Action<InvariantJson, T> members) => Write(json => json.Brackets(items, members));

    private static string Write(Action<InvariantJson> write)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text) { Formatting = Newtonsoft.Json.Formatting.None };
        write(new InvariantJson(json));
        json.Flush();
        return text.ToString();
    }

    /// <summary>A number without grouping and without zeros at its end.</summary>
    public static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A day as yyyy-MM-dd.</summary>
    public static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A text; nothing if it is null or empty.</summary>
    public void Member(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;

        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    /// <summary>A number as text, so that no reader loses a digit of it.</summary>
    public void Member(string name, decimal value) => Member(name, Text(value));

    /// <summary>A number as text; nothing if it is zero.</summary>
    public void NonZero(string name, decimal value)
    {
        if (value != 0m)
            Member(name, value);
    }

    /// <summary>A day; nothing if there is none.</summary>
    public void Member(string name, DateTime? value) => Member(name, value is { } day ? Text(day) : null);

    /// <summary>A whole number.</summary>
    public void Member(string name, int value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    /// <summary>Yes or no.</summary>
    public void Member(string name, bool value)
    {
        _json.WritePropertyName(name);
        _json.WriteValue(value);
    }

    /// <summary>A member that is an object; nothing if <paramref name="value"/> is null.</summary>
    public void Member<T>(string name, T? value, Action<InvariantJson, T> members)
        where T : class
    {
        if (value is null)
            return;

        _json.WritePropertyName(name);
        Braces(json => members(json, value));
    }

    /// <summary>A member that is a list of objects; nothing if it is empty.</summary>
    public void List<T>(string name, IReadOnlyCollection<T> items, Action<InvariantJson, T> members)
    {
        if (items.Count == 0)
            return;

        _json.WritePropertyName(name);
        Brackets(items, members);
    }

    /// <summary>A member that is a list of texts, in the given order; nothing if it is empty.</summary>
    public void Texts(string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
            return;

        _json.WritePropertyName(name);
        _json.WriteStartArray();
        foreach (var text in texts)
            _json.WriteValue(text);

        _json.WriteEndArray();
    }

    /// <summary>A member that maps names to texts, by name; nothing if it is empty.</summary>
    public void Map<T>(string name, IReadOnlyDictionary<string, T> values)
    {
        if (values.Count == 0)
            return;

        _json.WritePropertyName(name);
        _json.WriteStartObject();
        foreach (var pair in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            _json.WritePropertyName(pair.Key);
            _json.WriteValue(pair.Value?.ToString());
        }

        _json.WriteEndObject();
    }

    /// <summary>A member that maps names to lists of texts, by name and in order; nothing if it is empty.</summary>
    public void Texts(string name, IReadOnlyDictionary<string, IReadOnlyCollection<string>> values)
    {
        if (values.Count == 0)
            return;

        _json.WritePropertyName(name);
        _json.WriteStartObject();
        foreach (var pair in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            _json.WritePropertyName(pair.Key);
            _json.WriteStartArray();
            foreach (var text in pair.Value.OrderBy(text => text, StringComparer.Ordinal))
                _json.WriteValue(text);

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void Brackets<T>(IReadOnlyCollection<T> items, Action<InvariantJson, T> members)
    {
        _json.WriteStartArray();
        foreach (var item in items)
            Braces(json => members(json, item));

        _json.WriteEndArray();
    }

    private void Braces(Action<InvariantJson> members)
    {
        _json.WriteStartObject();
        members(this);
        _json.WriteEndObject();
    }
}
