using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Solutions.Exporting;

/// <summary>The files that every solution has, of one that holds nothing yet.</summary>
internal static class EmptyPackage
{
    public const string Customizations = "Other/Customizations.xml";

    /// <summary>The sections of a customizations document, in their order.</summary>
    private static readonly string[] Names =
    [
        "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityMaps", "EntityRelationships", "OrganizationSettings", "optionsets",
        "Dashboards", "WebResources", "CustomControls", "AppModuleSiteMaps", "AppModules", "EntityDataProviders", "Languages",
    ];

    /// <summary>Sections that are only there when they hold something, and the languages, which always do.</summary>
    private static readonly string[] OfSomeOnly = ["Dashboards", "WebResources", "AppModuleSiteMaps", "AppModules", "Languages"];

    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static byte[] Sections() => PackageXml.Write(new XDocument(new XElement(
        "ImportExportXml",
        new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        Names.Except(OfSomeOnly).Select(n => new XElement(n)),
        new XElement("Languages", new XElement("Language", 1033)))));

    /// <summary>Puts a section in its place, if it is not there.</summary>
    public static bool Require(XElement customizations, string section)
    {
        if (customizations.Element(section) is not null)
        {
            return false;
        }

        var place = System.Array.IndexOf(Names, section);
        var before = customizations.Elements().LastOrDefault(e => System.Array.IndexOf(Names, e.Name.LocalName) is var at and >= 0 && at < place);
        if (before is null)
        {
            customizations.AddFirst(new XElement(section));
        }
        else
        {
            before.AddAfterSelf(new XElement(section));
        }

        return true;
    }

    public static byte[] Manifest(string uniqueName) => PackageXml.Write(new XDocument(new XElement(
        "ImportExportXml",
        new XAttribute("version", "9.2.0.0"),
        new XAttribute("SolutionPackageVersion", "9.2"),
        new XAttribute("languagecode", 1033),
        new XAttribute("generatedBy", "CrmLive"),
        new XAttribute(XNamespace.Xmlns + "xsi", Instance),
        new XElement(
            "SolutionManifest",
            new XElement("UniqueName", uniqueName),
            new XElement("LocalizedNames"),
            new XElement("Descriptions"),
            new XElement("Version", "1.0.0.0"),
            new XElement("Managed", 0),
            new XElement("Publisher"),
            new XElement("RootComponents"),
            new XElement("MissingDependencies")))));
}
