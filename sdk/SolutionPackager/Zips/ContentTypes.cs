using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager.Zips;

/// <summary>The list of file types that every package of this kind carries.</summary>
internal static class ContentTypes
{
    internal const string Path = "[Content_Types].xml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static byte[] Of(IReadOnlyList<string> parts) => SolutionXml.WritePart(new XDocument(new XElement(
        Types + "Types",
        parts.Select(Extension).Where(e => e.Length > 0).Distinct().Select(e => Line("Default", "Extension", e)),
        parts.Where(p => Extension(p).Length == 0).Select(p => Line("Override", "PartName", "/" + p)))));

    private static XElement Line(string kind, string attribute, string value) =>
        new(Types + kind, new XAttribute(attribute, value), new XAttribute("ContentType", "application/octet-stream"));

    private static string Extension(string part) => System.IO.Path.GetExtension(part).TrimStart('.').ToLowerInvariant();
}
