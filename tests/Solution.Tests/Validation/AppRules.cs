using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>The app, its site map and the dashboards lead to what exists.</summary>
internal static class AppRules
{
    private const string Resource = "$webresource:";

    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var (path, app) in s.Apps)
        {
            foreach (var component in app.Descendants("AppModuleComponent").Where(c => !Exists(s, c)))
                yield return Finding.At(path, component, $"component {component.Attribute("type")?.Value} {(component.Attribute("id") ?? component.Attribute("schemaName"))?.Value} does not exist");
            foreach (var role in app.Descendants("Role").Where(r => !s.HasRole(r.Attribute("id")?.Value)))
                yield return Finding.At(path, role, $"role {role.Attribute("id")?.Value} does not exist");
            foreach (var finding in Unseen(s, app))
                yield return finding;
        }

        foreach (var (path, map) in s.SiteMaps)
        {
            var app = s.Apps.FirstOrDefault(a => a.Xml.Descendants("AppModuleComponent").Any(c => c.Attribute("type")?.Value == "62" && c.Attribute("schemaName")?.Value == map.Element("SiteMapUniqueName")?.Value)).Xml;
            if (app is null)
                yield return new(path, "belongs to no app");
            foreach (var area in map.Descendants("SubArea"))
            {
                foreach (var table in area.Attributes("Entity").Concat(area.Elements("Privilege").Attributes("Entity")).Select(a => a.Value).Distinct())
                {
                    if (!s.Installed.Tables.ContainsKey(table))
                        yield return Finding.At(path, area, $"table {table} does not exist");
                    else if (app is not null && !app.Descendants("AppModuleComponent").Any(c => c.Attribute("schemaName")?.Value == table))
                        yield return Finding.At(path, area, $"table {table} is not in the app");
                }

                if (area.Attribute("DefaultDashboard")?.Value is { } dashboard && !HasDashboard(s, dashboard))
                    yield return Finding.At(path, area, $"dashboard {dashboard} does not exist");
            }

            foreach (var finding in map.Descendants("SubArea").SelectMany(a => Unreadable(s, a)))
                yield return finding;
            foreach (var named in map.DescendantsAndSelf().Attributes().Where(a => a.Value.StartsWith(Resource, StringComparison.Ordinal) && !s.HasWebResource(a.Value[Resource.Length..])))
                yield return Finding.At(path, named.Parent!, $"web resource {named.Value[Resource.Length..]} does not exist");
        }

        foreach (var (path, dashboard) in s.Dashboards)
        {
            foreach (var tile in dashboard.Descendants("parameters"))
            {
                var table = tile.Element("TargetEntityType")?.Value ?? "";
                if (!s.Installed.Tables.ContainsKey(table))
                    yield return Finding.At(path, tile, $"table {table} does not exist");
                if (tile.Element("ViewId")?.Value is { Length: > 0 } view && Installation.TableOf(s.Views, "savedqueryid", view)?.Name != table)
                    yield return Finding.At(path, tile, $"view {view} of {table} does not exist");
                if (tile.Element("VisualizationId")?.Value is { Length: > 0 } chart && Installation.TableOf(s.Charts, "savedqueryvisualizationid", chart)?.Name != table)
                    yield return Finding.At(path, tile, $"chart {chart} of {table} does not exist");
            }

            foreach (var (role, table) in from role in s.Roles.Where(r => Guids(dashboard.Descendants("Role"), "Id").Contains(Guid.Parse(r.Xml.Attribute("id")!.Value)))
                from table in Lists(dashboard) where !Reads(s, role.Xml, table) select (role, table))
                yield return new(path, $"lists {table}, which {role.Xml.Attribute("name")!.Value} may not read");
            foreach (var role in dashboard.Descendants("Role").Where(r => !s.HasRole(r.Attribute("Id")?.Value)))
                yield return Finding.At(path, role, $"role {role.Attribute("Id")?.Value} does not exist");
        }
    }

    /// <summary>Tables of whose main forms somebody who may open the app sees none.</summary>
    private static IEnumerable<Finding> Unseen(Installation s, XElement app)
    {
        var roles = Guids(app.Descendants("Role"), "id");
        foreach (var forms in s.Forms.Where(f => f.Path.Contains("/main/", StringComparison.Ordinal)).GroupBy(f => f.Table.Name))
        {
            var shown = forms.Select(f => f.Xml.Descendants("DisplayConditions").SingleOrDefault()).ToList();
            if (shown.All(c => c is not null && c.Element("Everyone") is null) && roles.Except(Guids(shown.Elements("Role"), "Id")).ToList() is { Count: > 0 } blind)
                yield return new(forms.First().Path, $"is shown to some roles, and no other form of {forms.Key} to {string.Join(", ", blind)}, who may open the app");
        }
    }

    /// <summary>Lists on the first tab of a table's form that somebody whom the site map leads there may not read.</summary>
    private static IEnumerable<Finding> Unreadable(Installation s, XElement area) =>
        from role in s.Roles
        where area.Elements("Privilege").All(p => Reads(s, role.Xml, p.Attribute("Entity")!.Value))
        from form in s.Forms
        where form.Table.IsOurs && form.Table.Name == area.Attribute("Entity")?.Value && form.Path.Contains("/main/", StringComparison.Ordinal)
        from listed in Lists(form.Xml.Descendants("tab").First())
        where !Reads(s, role.Xml, listed)
        select new Finding(form.Path, $"begins with {listed}, which {role.Xml.Attribute("name")!.Value} may not read, though the site map leads there");

    private static IEnumerable<string> Lists(XElement part) => part.Descendants("TargetEntityType").Select(e => e.Value).Distinct();

    /// <summary>Whether a role reads a table of ours; the standard tables are those of the roles beside it.</summary>
    private static bool Reads(Installation s, XElement role, string table) => s.Solution.Tables.GetValueOrDefault(table) is not { IsOurs: true } ours
        || role.Descendants("RolePrivilege").Any(p => p.Attribute("name")?.Value == "prvRead" + ours.SchemaName);

    private static List<Guid> Guids(IEnumerable<XElement> roles, string attribute) => [.. roles.Select(r => Guid.Parse(r.Attribute(attribute)!.Value))];

    private static bool Exists(Installation s, XElement component)
    {
        var id = component.Attribute("id")?.Value;
        var name = component.Attribute("schemaName")?.Value ?? "";
        return component.Attribute("type")?.Value switch
        {
            "1" => s.Installed.Tables.ContainsKey(name),
            "26" => Installation.TableOf(s.Views, "savedqueryid", id) is not null,
            "29" => Guid.TryParse(id, out var rule) && s.Workflows.Any(w => Installation.IsId(w.Xml.Attribute("WorkflowId")?.Value, rule)),
            "59" => Installation.TableOf(s.Charts, "savedqueryvisualizationid", id) is not null,
            "60" => Installation.TableOf(s.Forms, "formid", id) is not null || HasDashboard(s, id),
            "62" => s.SiteMaps.Any(m => m.Xml.Element("SiteMapUniqueName")?.Value == name),
            _ => false,
        };
    }

    private static bool HasDashboard(Installation s, string? id) =>
        Guid.TryParse(id, out var wanted) && s.Dashboards.Any(d => Installation.IsId(d.Xml.Element("FormId")?.Value, wanted));
}
