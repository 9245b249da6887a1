using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>Tables: the table itself, and a file for each form, view and chart and for the ribbon.</summary>
internal sealed class Tables() : ComponentKind("Entities")
{
    private const string Folder = "Entities";
    private const string File = "Entity.xml";

    private static readonly string[] Places = ["FormXml", "SavedQueries", "Visualizations"];

    public override void Unpack(XElement section, UnpackTarget target)
    {
        foreach (var table in section.Elements("Entity").ToList())
        {
            var folder = $"{Folder}/{FilePath.FileName(Text(table, "Name", "table"))}";
            foreach (var forms in table.Elements("FormXml").Elements("forms").ToList())
            {
                foreach (var form in forms.Elements("systemform"))
                    target.Add($"{folder}/FormXml/{Value(forms, "type", "form")}/{Text(form, "formid", "form")}.xml", Root("forms", form), varies: true);
                forms.Remove();
            }

            foreach (var views in table.Elements("SavedQueries").Elements("savedqueries").ToList())
            {
                foreach (var view in views.Elements("savedquery"))
                    target.Add($"{folder}/SavedQueries/{Text(view, "savedqueryid", "view")}.xml", Root("savedqueries", view));
                views.Remove();
            }

            foreach (var chart in table.Elements("Visualizations").Elements("visualization").ToList())
            {
                target.Add($"{folder}/Visualizations/{Text(chart, "savedqueryvisualizationid", "chart")}.xml", SolutionXml.AsRoot(chart));
                chart.Remove();
            }

            if (table.Element("RibbonDiffXml") is { } ribbon)
            {
                target.Add($"{folder}/RibbonDiff.xml", SolutionXml.AsRoot(ribbon));
                ribbon.ReplaceWith(new XElement(ribbon.Name));
            }

            foreach (var emptied in Places.SelectMany(name => table.Elements(name)).Where(e => !e.HasElements).ToList())
                emptied.ReplaceWith(new XElement(emptied.Name));
            target.Add($"{folder}/{File}", SolutionXml.AsRoot(table));
            table.Remove();
        }
    }

    public override void Pack(PackSource source, XElement section)
    {
        foreach (var path in Files(source))
        {
            var folder = path[..^(File.Length + 1)];
            var table = SolutionXml.AsPart(source.Root(path, "Entity"));
            var forms = source.Below(folder + "/FormXml", below => below.Split('/').Length == 2);
            Place(table, path, "FormXml", forms, forms.GroupBy(FormType).OrderBy(g => g.Key, StringComparer.Ordinal).Select(type =>
                new XElement("forms", new XAttribute("type", type.Key), type.Select(f => source.Root(f, "forms").Elements()))));
            var views = source.Below(folder + "/SavedQueries", _ => true);
            Place(table, path, "SavedQueries", views, [new XElement("savedqueries", views.Select(v => source.Root(v, "savedqueries").Elements()))]);
            var charts = source.Below(folder + "/Visualizations", _ => true);
            Place(table, path, "Visualizations", charts, charts.Select(c => SolutionXml.AsPart(source.Root(c, "visualization"))));
            var ribbon = source.Below(folder, below => below == "RibbonDiff.xml");
            Place(table, path, "RibbonDiffXml", ribbon, ribbon.SelectMany(r => source.Root(r, "RibbonDiffXml").Elements()));
            section.Add(table);
        }
    }

    public override IEnumerable<string> Files(PackSource source) =>
        source.Below(Folder, below => below.EndsWith("/" + File, StringComparison.Ordinal) && below.Split('/').Length == 2);

    private static XElement Root(string root, XElement content) => SolutionXml.AsRoot(new XElement(root, content));

    private static string FormType(string path) => path.Split('/')[^2];

    /// <summary>Puts what lies in files beside the table at the place that the table's own file keeps for it.</summary>
    private static void Place(XElement table, string path, string place, IReadOnlyList<string> files, IEnumerable<XElement> content)
    {
        if (files.Count == 0)
            return;
        var element = table.Element(place)
            ?? throw new SolutionPackageException($"{path} has no <{place} />, so that {files[0]} would be left out of the package.");
        element.Add(content);
    }
}
