using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Nothing is there that nobody can reach: choices without a column, tables, forms, views and dashboards outside the app, quick views on no form.</summary>
internal static class OrphanRules
{
    public static IEnumerable<Finding> Check(Installation s)
    {
        var named = s.Solution.Tables.Values.SelectMany(t => t.Columns.Values).Select(c => c.Value("OptionSetName")).ToHashSet();
        foreach (var (path, choice) in s.Choices.Where(c => !named.Contains(c.Xml.Attribute("Name")?.Value ?? "")))
            yield return new(path, $"choice {choice.Attribute("Name")?.Value} is used by no column");
        var components = s.Apps.SelectMany(a => a.Xml.Descendants("AppModuleComponent")).Select(c => (c.Attribute("id") ?? c.Attribute("schemaName"))!.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var table in s.Solution.Tables.Values.Where(t => t.IsOurs && !components.Contains(t.Name)))
            yield return new(table.Path, "is in no app");
        foreach (var (path, id) in Listed(components, s.Forms, "formid").Concat(Listed(components, s.Views, "savedqueryid")).Concat(Listed(components, s.Charts, "savedqueryvisualizationid"))
            .Concat(s.Dashboards.Select(d => (d.Path, d.Xml.Element("FormId")?.Value))).Where(c => !components.Contains(c.Item2 ?? "")))
            yield return new(path, $"{id} is in no app");
        var quickViews = s.Forms.SelectMany(f => f.Xml.Descendants("QuickForms")).Select(q => q.Value).ToList();
        foreach (var (path, _, form) in s.Forms.Where(f => f.Path.Contains("/quick/", StringComparison.Ordinal)))
        {
            if (!quickViews.Any(q => q.Contains(form.Element("formid")!.Value.Trim('{', '}'), StringComparison.OrdinalIgnoreCase)))
                yield return new(path, "is a quick view that no form shows");
        }

        foreach (var (path, variable) in s.Variables.Where(v => !UsedBy.Code(v.Xml.Attribute("schemaname")?.Value ?? "")))
            yield return new(path, $"setting {variable.Attribute("schemaname")?.Value} is read by no code");
    }

    /// <summary>Parts of tables that an app must list. It shows all parts of a kind of a table of which it lists none.</summary>
    private static IEnumerable<(string Path, string? Id)> Listed(HashSet<string> components, IEnumerable<(string Path, Table Table, XElement Xml)> parts, string id) =>
        from table in parts.GroupBy(p => p.Table.Name)
        where !components.Contains(table.Key) || table.Any(p => components.Contains(p.Xml.Element(id)?.Value ?? ""))
        from part in table
        select (part.Path, part.Xml.Element(id)?.Value);
}
