using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>The manifest names every component and nothing else.</summary>
internal static class ManifestRules
{
    public static IEnumerable<Finding> Check(Installation s)
    {
        var listed = s.Files.Manifest.RootComponents.ToDictionary(Key);
        var held = Held(s).ToDictionary(c => c.Key, c => c.Path);
        foreach (var (key, path) in held.Where(c => !listed.ContainsKey(c.Key)))
            yield return new(path, $"is not in the manifest Other/Solution.xml: RootComponent {key}");
        foreach (var key in listed.Keys.Where(k => !held.ContainsKey(k)))
            yield return new("Other/Solution.xml", $"lists RootComponent {key}, which no file holds");
        foreach (var component in s.Files.Manifest.RootComponents.Where(c => c.Type == 1 && s.Solution.Tables.ContainsKey(c.SchemaName!)))
        {
            var table = s.Solution.Tables[component.SchemaName!];
            if (component.Behavior != (table.IsOurs ? 0 : 2) || (table.Entity.Attribute("unmodified")?.Value == "1") == table.IsOurs)
                yield return new(table.Path, "is not listed as a whole table of ours (behavior 0), or as a standard table that is added to (behavior 2, unmodified)");
        }
    }

    private static IEnumerable<(string Key, string Path)> Held(Installation s) =>
    [
        .. s.Solution.Tables.Values.Select(t => ("1 " + t.Name, t.Path)),
        .. s.Choices.Select(c => ("9 " + c.Xml.Attribute("Name")?.Value, c.Path)),
        .. s.Roles.Select(r => (Id(20, r.Xml.Attribute("id")?.Value), r.Path)),
        .. s.Workflows.Select(w => (Id(29, w.Xml.Attribute("WorkflowId")?.Value), w.Path)),
        .. s.Dashboards.Select(d => (Id(60, d.Xml.Element("FormId")?.Value), d.Path)),
        .. s.WebResources.Select(w => ("61 " + w.Xml.Element("Name")?.Value, w.Path)),
        .. s.SiteMaps.Select(m => ("62 " + m.Xml.Element("SiteMapUniqueName")?.Value, m.Path)),
        .. s.FieldSecurityProfiles.Select(p => (Id(70, p.Xml.Attribute("fieldsecurityprofileid")?.Value), p.Path)),
        .. s.Apps.Select(a => ("80 " + a.Xml.Element("UniqueName")?.Value, a.Path)),
        .. s.Variables.Select(v => ("380 " + v.Xml.Attribute("schemaname")?.Value, v.Path)),
    ];

    private static string Key(RootComponent component) => component.Id is { } id ? Id(component.Type, id.ToString()) : $"{component.Type} {component.SchemaName}";

    private static string Id(int type, string? id) => $"{type} {{{(Guid.TryParse(id, out var guid) ? guid : Guid.Empty)}}}";
}
