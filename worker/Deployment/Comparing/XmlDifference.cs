using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Worker.Deployment.Comparing;

/// <summary>
/// What differs between two XML trees of a component, as lines. Parts that are known by a name or id are compared with their like, wherever
/// they stand; lists that only hold them are looked through. What the server writes for itself does not count.
/// </summary>
internal static class XmlDifference
{
    private const int Most = 25;

    private static readonly string[] OfTheServer = ["IntroducedVersion", "introducedversion", "OrganizationVersion", "OrganizationSchemaType", "unmodified"];

    // Components of their own inside a file, and the options of choices: an unmanaged import takes none of them away.
    private static readonly string[] Staying = ["attribute", "EntityKey", "EntityRelationship", "FieldSecurityProfile", "option", "state", "status"];

    // What people see one after the other, and what it is called.
    private static readonly (string Name, string Word)[] Ordered =
        [("tab", "tabs"), ("section", "sections"), ("control", "fields"), ("cell", "columns"), ("Area", "areas"), ("Group", "groups"), ("SubArea", "entries"), ("option", "options")];

    /// <summary>The differences; only so many that a person reads them.</summary>
    public static IReadOnlyList<string> Of(XElement present, XElement wanted)
    {
        var lines = Compare("", present, wanted).Concat(Order(present, wanted)).Distinct().ToList();
        return lines.Count <= Most ? lines : [.. lines.Take(Most), $"... and {lines.Count - Most} more"];
    }

    private static IEnumerable<string> Compare(string place, XElement present, XElement wanted)
    {
        foreach (var name in present.Attributes().Concat(wanted.Attributes()).Select(attribute => attribute.Name).Distinct().Where(name => !OfTheServer.Contains(name.LocalName)))
        {
            if (!Same((string?)present.Attribute(name), (string?)wanted.Attribute(name)))
                yield return Line(place, PartName.IsText(wanted, name.LocalName) ? "" : name.LocalName, (string?)present.Attribute(name), (string?)wanted.Attribute(name));
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
                yield return $"+ {PartName.Whole(place, child)}";
            else
                foreach (var line in Compare(PartName.In(place, child), other, child))
                    yield return line;
        }

        foreach (var (_, child) in before.Where(child => !after.ContainsKey(child.Key)))
        {
            yield return Staying.Contains(child.Name.LocalName)
                ? $"  {PartName.Whole(place, child)} is in the environment alone; it stays"
                : $"- {PartName.Whole(place, child)}";
        }
    }

    // Those without a name of their own are known by their place among their like.
    private static Dictionary<string, XElement> Keyed(XElement parent) => Parts(parent)
        .GroupBy(child => child.Name.LocalName + "|" + PartName.Key(child)?.ToLowerInvariant())
        .SelectMany(like => like.Select((child, index) => (Key: $"{like.Key}|{index}", child)))
        .ToDictionary(child => child.Key, child => child.child, StringComparer.Ordinal);

    private static IEnumerable<XElement> Parts(XElement parent)
    {
        foreach (var child in parent.Elements().Where(child => !OfTheServer.Contains(child.Name.LocalName)))
        {
            if (PartName.Key(child) is not null || !child.HasElements)
            {
                yield return child;
                continue;
            }

            if (child.HasAttributes)
                yield return new XElement(child.Name, child.Attributes());
            foreach (var part in Parts(child))
                yield return part;
        }
    }

    // Of a table's columns and other lists that nobody sees as they stand in the file, the order means nothing.
    private static IEnumerable<string> Order(XElement present, XElement wanted)
    {
        if (wanted.Name.LocalName == "Entity")
            yield break;
        foreach (var (name, word) in Ordered)
        {
            var before = Sequence(present, name);
            var after = Sequence(wanted, name);
            if (!before.Intersect(after, StringComparer.OrdinalIgnoreCase).SequenceEqual(after.Intersect(before, StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase))
                yield return $"the order of its {word}";
        }
    }

    private static List<string> Sequence(XElement root, string name) =>
        [.. root.Descendants().Where(element => element.Name.LocalName == name).Select(PartName.Key).OfType<string>().Where(key => name != "cell" || !Guid.TryParse(key, out _))];

    private static string Line(string place, string name, string? before, string? after) =>
        $"{string.Join(", ", new[] { place, name }.Where(part => part.Length > 0))}: {Short(before)} -> {Short(after)}";

    private static string Short(string? value) => value is null or "" ? "(none)" : value.Length > 60 ? value[..57].ReplaceLineEndings(" ") + "..." : value.ReplaceLineEndings(" ");

    // Ids are the same in either case, and absent is empty.
    private static bool Same(string? before, string? after) =>
        string.Equals(before ?? "", after ?? "", StringComparison.Ordinal) || (Guid.TryParse(before, out var first) && Guid.TryParse(after, out var second) && first == second);
}
