using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Ids are what an import knows things by: each is used once.</summary>
internal static class IdRules
{
    private static readonly string[] Parts = ["tab", "section", "cell", "header", "footer"];
    private static readonly string[] Components = ["formid", "FormId", "savedqueryid", "savedqueryvisualizationid", "WebResourceId"];

    /// <summary>Ids of components, which must stay as they are from version to version: what each is, by id.</summary>
    public static IEnumerable<(Guid Id, string File, XObject At, string What)> OfComponents(Installation s) =>
        from path in s.Files.Paths
        where path.EndsWith(".xml", StringComparison.Ordinal) && !path.StartsWith("Other/Solution", StringComparison.Ordinal) && !path.StartsWith("AppModules/", StringComparison.Ordinal)
        from found in s.Xml(path).DescendantsAndSelf().SelectMany(Component)
        where Guid.TryParse(found.Text, out _)
        select (Guid.Parse(found.Text), path, (XObject)found.At, found.What);

    public static IEnumerable<Finding> Check(Installation s)
    {
        var used = new Dictionary<Guid, string>();
        var all = OfComponents(s).Concat(
            from form in s.Forms.Select(f => (f.Path, f.Xml)).Concat(s.Dashboards)
            from found in form.Xml.Descendants().SelectMany(Part)
            where Guid.TryParse(found.Text, out _)
            select (Guid.Parse(found.Text), form.Path, (XObject)found.At, found.At.Name.LocalName));
        foreach (var (id, file, at, what) in all)
        {
            if (!used.TryAdd(id, $"{what} in {file}"))
                yield return Finding.At(file, at, $"{what} has the id {id} of the {used[id]}");
        }

        foreach (var (path, xml) in s.Forms.Select(f => (f.Path, f.Xml.Element("formid"))).Concat(s.Views.Select(v => (v.Path, v.Xml.Element("savedqueryid"))))
            .Concat(s.Charts.Select(c => (c.Path, c.Xml.Element("savedqueryvisualizationid")))).Concat(s.Dashboards.Select(d => (d.Path, d.Xml.Element("FormId")))))
        {
            if (path.Split('/')[^1] != xml?.Value + ".xml")
                yield return new(path, $"is not named after its id {xml?.Value}");
        }
    }

    private static IEnumerable<(string Text, XElement At, string What)> Component(XElement element)
    {
        if (Components.Contains(element.Name.LocalName))
            yield return (element.Value, element, element.Parent!.Name.LocalName);
        foreach (var name in new[] { "WorkflowId", "fieldsecurityprofileid" }.Where(n => element.Attribute(n) is not null))
            yield return (element.Attribute(name)!.Value, element, element.Name.LocalName);
        if (element.Name.LocalName == "Role" && element.Parent is null)
            yield return (element.Attribute("id")?.Value ?? "", element, "Role");
    }

    private static IEnumerable<(string Text, XElement At)> Part(XElement element)
    {
        if (Parts.Contains(element.Name.LocalName) && element.Attribute("id") is { } id)
            yield return (id.Value, element);
        if (element.Name.LocalName == "control" && element.Attribute("uniqueid") is { } unique)
            yield return (unique.Value, element);
    }
}
