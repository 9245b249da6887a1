using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Web resources: named, filed and typed as the platform does it, and used by something.</summary>
internal static class ResourceRules
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "1", [".css"] = "2", [".js"] = "3", [".xml"] = "4", [".png"] = "5", [".jpg"] = "6", [".gif"] = "7", [".ico"] = "10", [".svg"] = "11", [".resx"] = "12",
    };

    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var (path, resource) in s.WebResources)
        {
            var name = resource.Element("Name")?.Value ?? "";
            var id = resource.Element("WebResourceId")?.Value ?? "";
            if (path != $"WebResources/{name}.data.xml")
                yield return Finding.At(path, resource, $"does not lie under its name {name}");
            if (!name.StartsWith("cov_", StringComparison.Ordinal))
                yield return Finding.At(path, resource, $"{name} has not the publisher's prefix");
            if (!Types.TryGetValue(Path.GetExtension(name), out var type) || resource.Element("WebResourceType")?.Value != type)
                yield return Finding.At(path, resource, $"type {resource.Element("WebResourceType")?.Value} is not that of {name}");
            var file = $"/WebResources/{string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_'))}{id.Trim('{', '}').ToUpperInvariant()}";
            if (resource.Element("FileName")?.Value != file)
                yield return Finding.At(path, resource, $"FileName is not {file}");
            if (!s.Files.Paths.Any(p => p != path && p.EndsWith(".xml", StringComparison.Ordinal) && Names(s, p, name, id)))
                yield return new(path, $"{name} is used by nothing");
        }
    }

    private static bool Names(Installation s, string path, string name, string id)
    {
        var text = Encoding.UTF8.GetString(s.Files[path]);
        return text.Contains(name, StringComparison.Ordinal) || (id.Length > 0 && text.Contains(id.Trim('{', '}'), StringComparison.OrdinalIgnoreCase));
    }
}
