using System.Xml.Linq;

namespace CrmAddon.Conformance.Declaring;

/// <summary>Labels in English, as solution files write them.</summary>
internal static class Labels
{
    public static XElement Of(string text) => new(
        "labels", new XElement("label", new XAttribute("description", text), new XAttribute("languagecode", "1033")));
}
