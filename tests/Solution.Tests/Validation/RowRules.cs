using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Components that are rows: custom APIs, environment variables and duplicate detection rules.</summary>
internal static class RowRules
{
    private static readonly string[] Folders = ["customapis/", "environmentvariabledefinitions/", "duplicaterules/"];

    /// <summary>Types of parameters that name a table: row, rows, reference.</summary>
    private static readonly string[] OfTables = ["3", "4", "5"];

    public static bool IsRow(string path) => Folders.Any(f => path.StartsWith(f, StringComparison.Ordinal));

    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var path in s.Files.Paths.Where(p => IsRow(p) && p.EndsWith(".xml", StringComparison.Ordinal)))
        {
            if (Encoding.UTF8.GetString(s.Files[path]).StartsWith("<?xml", StringComparison.Ordinal))
                yield return new(path, "begins with an XML declaration, on which the import fails");
            var root = s.Xml(path);
            var name = (root.Attribute("uniquename") ?? root.Attribute("schemaname"))?.Value;
            if (path.Split('/')[^2] != name || path.Split('/')[^1] != root.Name.LocalName + ".xml")
                yield return new(path, $"does not lie under its name {name}/{root.Name.LocalName}.xml");
            var children = root.Elements().Select(e => e.Name.LocalName).ToList();
            if (!children.SequenceEqual(children.Order(StringComparer.Ordinal)))
                yield return new(path, "its elements are not in the order of their names");
            foreach (var finding in root.Name.LocalName == "environmentvariabledefinition" ? Variable(path, root) : Api(s, path, root))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Api(Installation s, string path, XElement root)
    {
        foreach (var table in new[] { "boundentitylogicalname", "logicalentityname", "baseentityname", "matchingentityname" }.Select(n => root.Element(n)).OfType<XElement>().Where(e => e.Value.Length > 0))
        {
            if (!s.Installed.Tables.ContainsKey(table.Value))
                yield return Finding.At(path, table, $"table {table.Value} does not exist");
        }

        if (root.Element("executeprivilegename") is { Value.Length: > 0 } privilege
            && !s.Installed.Tables.Values.SelectMany(t => new[] { "Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share" }.Select(a => $"prv{a}{t.SchemaName}")).Contains(privilege.Value))
            yield return Finding.At(path, privilege, $"privilege {privilege.Value} does not exist");
        if (root.Name.LocalName == "customapi")
        {
            if ((root.Element("bindingtype")?.Value == "0") != (root.Element("boundentitylogicalname")?.Value.Length is null or 0))
                yield return new(path, "is bound to a table without naming it, or names one without being bound");
            yield break;
        }

        if (root.Element("type") is { } type && (!int.TryParse(type.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > 12))
            yield return Finding.At(path, type, $"type {type.Value} is none of 0 to 12");
        else if (root.Element("type") is { } tableType && OfTables.Contains(tableType.Value) && root.Element("logicalentityname")?.Value is not { Length: > 0 })
            yield return Finding.At(path, tableType, "names no table");
        if (root.Name.LocalName == "customapiresponseproperty" && root.Element("isoptional") is { } optional)
            yield return Finding.At(path, optional, "a response is never optional");
    }

    private static IEnumerable<Finding> Variable(string path, XElement root)
    {
        var value = root.Element("defaultvalue")?.Value;
        var fits = root.Element("type")?.Value switch
        {
            "100000000" or "100000004" => true,
            "100000001" => value is null || decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            "100000002" => value is null or "yes" or "no",
            "100000003" => value is null || IsJson(value),
            "100000005" => value is null,
            _ => false,
        };
        if (!fits)
            yield return new(path, $"type {root.Element("type")?.Value} has no default '{value}'");
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var _ = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
