using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Views.Tests;

/// <summary>A view or a chart of the solution: its name, its table and its query.</summary>
internal sealed record Component(string Id, string Name, string Kind, XElement Fetch)
{
    public static IReadOnlyList<Component> Views { get; } =
        [.. Files("SavedQueries").Select(r => Of(r.Element("savedquery")!, "savedqueryid"))];

    public static IReadOnlyList<Component> Charts { get; } = [.. Files("Visualizations").Select(r => Of(r, "savedqueryvisualizationid"))];

    public string Table => Fetch.Element("entity")!.Attribute("name")!.Value;

    public static Component View(string name) => Views.Single(v => v.Name == name);

    public static Component Chart(string name) => Charts.Single(c => c.Name == name);

    /// <summary>The chart's query with the filters and links of a view, as a client sends it.</summary>
    public XElement Within(Component view)
    {
        var fetch = new XElement(Fetch);
        fetch.Element("entity")!.Add(view.Fetch.Element("entity")!.Elements().Where(e => e.Name.LocalName is "filter" or "link-entity"));
        return fetch;
    }

    public override string ToString() => Table + ": " + Name;

    private static IEnumerable<XElement> Files(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Solution, "Entities"), "*.xml", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == folder)
        .Select(f => XDocument.Load(f).Root!);

    private static Component Of(XElement root, string id) => new(
        root.Element(id)!.Value,
        root.Element("LocalizedNames")!.Elements().First().Attribute("description")!.Value,
        root.Element("querytype")?.Value ?? "",
        root.Descendants("fetch").Single());
}
