using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests;

/// <summary>Puts an unpacked folder together again, as SolutionPackager does, into the one customizations document that is imported.</summary>
internal static class Package
{
    public static XDocument Assemble(string folder)
    {
        var document = XDocument.Load(Path.Combine(folder, "Other", "Customizations.xml"));
        var root = document.Root!;
        foreach (var file in Files(folder, "Entities", "Entity.xml"))
            root.Element("Entities")!.Add(Table(file));
        foreach (var file in Files(folder, "OptionSets", "*.xml"))
            root.Element("optionsets")!.Add(XDocument.Load(file).Root);
        foreach (var file in Files(folder, Path.Combine("Other", "Relationships"), "*.xml"))
            root.Element("EntityRelationships")!.Add(XDocument.Load(file).Root!.Elements());
        foreach (var section in new[] { "Dashboards", "AppModuleSiteMaps", "AppModules" })
            foreach (var file in Files(folder, section, "*.xml"))
                root.Element(section)!.Add(XDocument.Load(file).Root);
        return document;
    }

    public static string[] Files(string folder, string below, string pattern)
    {
        var path = Path.Combine(folder, below);
        if (!Directory.Exists(path))
            return [];
        return [.. Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private static XElement Table(string file)
    {
        var table = XDocument.Load(file).Root!;
        var folder = Path.GetDirectoryName(file)!;
        foreach (var form in Files(folder, "FormXml", "*.xml"))
        {
            var forms = XDocument.Load(form).Root!;
            forms.SetAttributeValue("type", Path.GetFileName(Path.GetDirectoryName(form)));
            table.Element("FormXml")!.Add(forms);
        }

        foreach (var view in Files(folder, "SavedQueries", "*.xml"))
            table.Element("SavedQueries")!.Add(XDocument.Load(view).Root);
        foreach (var chart in Files(folder, "Visualizations", "*.xml"))
            table.Element("Visualizations")!.Add(XDocument.Load(chart).Root);
        return table;
    }
}
