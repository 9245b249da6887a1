using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Worker.Deployment.Comparing;

/// <summary>
/// What differs between two XML trees of a component, as lines. Parts that are known by a name or id are compared with their like, wherever
/// they stand; what the server writes for itself does not count.
/// </summary>
internal static class XmlDifference
{
    private const int Most = 12;

    private static readonly string[] OfTheServer = ["IntroducedVersion", "introducedversion", "OrganizationVersion", "OrganizationSchemaType", "unmodified"];
    private static readonly string[] Keys = ["PhysicalName", "Name", "name", "id", "Id", "uniquename", "schemaname", "value", "languagecode", "LCID"];
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal) { ["attribute"] = "column", ["EntityKey"] = "key", ["EntityRelationship"] = "relation", ["control"] = "field" };

    /// <summary>The differences; only so many that a person reads them.</summary>
    public static IReadOnlyList<string> Of(XElement present, XElement wanted)
    {
        var lines = Compare("", present, wanted).Distinct().ToList();
        return lines.Count <= Most ? lines : [.. lines.Take(Most), $"... and {lines.Count - Most} more"];
    }

    private static IEnumerable<string> Compare(string place, XElement present, XElement wanted)
    {
        foreach (var name in present.Attributes().Concat(wanted.Attributes()).Select(attribute => attribute.Name).Distinct().Where(name => !OfTheServer.Contains(name.LocalName)))
        {
            if (!Same((string?)present.Attribute(name), (string?)wanted.Attribute(name)))
                yield return Line(place, name.LocalName, (string?)present.Attribute(name), (string?)wanted.Attribute(name));
        }

        if (!present.HasElements && !wanted.HasElements)
        {
            if (!Same(present.Value.Trim(), wanted.Value.Trim()))
                yield return Line(place, "", present.Value, wanted.Value);
            yield break;
        }

        foreach (var line in Children(place, present, wanted))
            yield return line;
    }

    private static IEnumerable<string> Children(string place, XElement present, XElement wanted)
    {
        var before = Keyed(present);
        var after = Keyed(wanted);
        foreach (var (key, child) in after)
        {
            if (!before.TryGetValue(key, out var other))
                yield return $"+ {Title(place, child)}";
            else
                foreach (var line in Compare(Title(place, child), other, child))
                    yield return line;
        }

        foreach (var (_, child) in before.Where(child => !after.ContainsKey(child.Key)))
            yield return $"  {Title(place, child)} is in the environment alone";
    }

    // Those without a name of their own are known by their place among their like.
    private static Dictionary<string, XElement> Keyed(XElement parent) => parent.Elements().Where(child => !OfTheServer.Contains(child.Name.LocalName))
        .GroupBy(child => child.Name.LocalName + "|" + Key(child)?.ToLowerInvariant())
        .SelectMany(like => like.Select((child, index) => (Key: $"{like.Key}|{index}", child)))
        .ToDictionary(child => child.Key, child => child.child, StringComparer.Ordinal);

    private static string? Key(XElement element) =>
        Keys.Select(key => (string?)element.Attribute(key)).FirstOrDefault(value => value is not null)
        ?? (string?)element.Element("Name") ?? (string?)element.Element("savedqueryid") ?? (string?)element.Element("formid");

    private static string Title(string place, XElement element)
    {
        var name = Words.GetValueOrDefault(element.Name.LocalName, element.Name.LocalName);
        var own = Key(element) is { Length: > 0 } key ? $"{name} {key}" : name;
        // Lists are only there to hold what they hold.
        return Words.ContainsKey(element.Name.LocalName) || place.Length == 0 ? own : $"{place}, {own}";
    }

    private static string Line(string place, string name, string? before, string? after) =>
        $"{string.Join(", ", new[] { place, name }.Where(part => part.Length > 0))}: {Short(before)} -> {Short(after)}";

    private static string Short(string? value) => value is null or "" ? "(none)" : value.Length > 60 ? value[..57].ReplaceLineEndings(" ") + "..." : value.ReplaceLineEndings(" ");

    // Ids are the same in either case, and absent is empty.
    private static bool Same(string? before, string? after) =>
        string.Equals(before ?? "", after ?? "", StringComparison.Ordinal) || (Guid.TryParse(before, out var first) && Guid.TryParse(after, out var second) && first == second);
}
