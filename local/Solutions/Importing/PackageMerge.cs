using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Solutions.Importing;

/// <summary>
/// A package over the one that is installed, as an update does it: what the new one has takes the place of what was there, what it lacks
/// stays. Only an upgrade removes.
/// </summary>
internal static class PackageMerge
{
    private static readonly string[] Relationships = ["Other/Relationships.xml", "Other/Relationships/"];

    public static Dictionary<string, byte[]> Of(IReadOnlyDictionary<string, byte[]> installed, IReadOnlyDictionary<string, byte[]> package)
    {
        var merged = new Dictionary<string, byte[]>(package, StringComparer.Ordinal);
        foreach (var (path, before) in installed)
        {
            if (!package.TryGetValue(path, out var now))
            {
                merged.Add(path, before);
            }
            else if (!now.AsSpan().SequenceEqual(before) && Merge(path) is { } merge)
            {
                var document = PackageXml.Read(now);
                if (merge(PackageXml.Read(before).Root!, document.Root!))
                {
                    merged[path] = PackageXml.Write(document);
                }
            }
        }

        return merged;
    }

    /// <summary>How files are merged that hold several components; null for files that hold one.</summary>
    private static Func<XElement, XElement, bool>? Merge(string path) => path switch
    {
        PackageManifest.Path => (before, now) => Keep(before, now, "SolutionManifest/RootComponents", Component),
        "Other/Customizations.xml" => (before, now) => Keep(before, now, "", e => e.Name.LocalName),
        "Other/FieldSecurityProfiles.xml" => (before, now) => Keep(before, now, "", e => e.Attribute("fieldsecurityprofileid")?.Value ?? ""),
        _ when path.StartsWith(Relationships[0], StringComparison.OrdinalIgnoreCase) || path.StartsWith(Relationships[1], StringComparison.OrdinalIgnoreCase) =>
            (before, now) => Keep(before, now, "", e => e.Attribute("Name")?.Value ?? ""),
        _ when path.StartsWith("OptionSets/", StringComparison.OrdinalIgnoreCase) => (before, now) => Keep(before, now, "options", e => e.Attribute("value")?.Value ?? ""),
        _ when path.StartsWith("Entities/", StringComparison.OrdinalIgnoreCase) && path.EndsWith("/Entity.xml", StringComparison.OrdinalIgnoreCase) => (before, now) =>
            Keep(before, now, "EntityInfo/entity/attributes", e => e.Text("LogicalName") ?? e.Text("Name") ?? "")
            | Keep(before, now, "EntityInfo/entity/EntityKeys", e => e.Text("LogicalName") ?? e.Text("Name") ?? ""),
        _ => null,
    };

    private static string Component(XElement component) =>
        $"{component.Attribute("type")?.Value}:{component.Attribute("schemaName")?.Value ?? component.Attribute("id")?.Value}";

    /// <summary>Adds the members of a list that the new one lacks.</summary>
    private static bool Keep(XElement before, XElement now, string path, Func<XElement, string> key)
    {
        XElement? from = before;
        var to = now;
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            from = from?.Child(name);
            if (from is null)
            {
                return false;
            }

            if (to.Child(name) is not { } next)
            {
                to.Add(next = new XElement(from.Name));
            }

            to = next;
        }

        var has = to.Elements().Select(key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lost = from!.Elements().Where(e => !has.Contains(key(e))).ToList();
        to.Add(lost);
        return lost.Count > 0;
    }
}
