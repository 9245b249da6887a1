using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Whatever a form names exists: columns with the control that fits them, grids, quick views, scripts, roles.</summary>
internal static class FormRules
{
    private static readonly string[] Kinds = ["main", "quickCreate", "quick", "card"];

    /// <summary>Columns that the standard tables have, though their description here leaves them out.</summary>
    private static readonly string[] OfStandardTables = ["ownerid", "transactioncurrencyid", "createdon", "modifiedon", "statecode", "statuscode"];

    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var (path, ours, form) in s.Forms)
        {
            var table = s.Installed.Tables[ours.Name];
            if (!Kinds.Contains(path.Split('/')[3]))
                yield return new(path, "lies in no folder for a kind of form (main, quickCreate, quick, card)");
            foreach (var control in form.Descendants("control"))
            {
                foreach (var what in Faults(s, table, control))
                    yield return Finding.At(path, control, $"control {control.Attribute("id")?.Value}: {what}");
            }

            foreach (var hidden in form.Descendants("data").Where(d => !table.Columns.ContainsKey(d.Attribute("datafieldname")?.Value ?? "")))
                yield return Finding.At(path, hidden, $"hidden column {hidden.Attribute("datafieldname")?.Value} does not exist");
            foreach (var twice in Twice(form.Descendants().Where(e => e.Name.LocalName is "tab" or "section"), "name").Concat(Twice(form.Descendants("control"), "id")))
                yield return Finding.At(path, twice, $"{twice.Name.LocalName} {(twice.Attribute("name") ?? twice.Attribute("id"))!.Value} is there twice");
            foreach (var role in form.Descendants("DisplayConditions").Elements("Role").Where(r => !s.HasRole(r.Attribute("Id")?.Value)))
                yield return Finding.At(path, role, $"role {role.Attribute("Id")?.Value} does not exist");
            foreach (var item in form.Descendants("NavBarByRelationshipItem").Where(i => Relation(s, i.Attribute("RelationshipName")?.Value) is null))
                yield return Finding.At(path, item, $"relation {item.Attribute("RelationshipName")?.Value} does not exist");
            foreach (var script in form.Descendants("Handler").Select(h => (At: h, Name: h.Attribute("libraryName")?.Value))
                .Concat(form.Descendants("Library").Select(l => (At: l, Name: l.Attribute("name")?.Value))).Where(l => !s.HasWebResource(l.Name ?? "")))
                yield return Finding.At(path, script.At, $"web resource {script.Name} does not exist");
        }
    }

    private static IEnumerable<string> Faults(Installation s, Table table, XElement control)
    {
        if (!Guid.TryParse(control.Attribute("classid")?.Value, out var id) || !ControlClasses.Types.TryGetValue(id, out var types))
        {
            yield return $"class {control.Attribute("classid")?.Value} is none that is known";
            yield break;
        }

        var parameters = control.Element("parameters");
        var name = control.Attribute("datafieldname")?.Value;
        var column = table.Columns.GetValueOrDefault(name ?? "");
        if (types.Length > 0 && column is null && (table.IsOurs || !OfStandardTables.Contains(name)))
            yield return $"column {table.Name}.{name} does not exist";
        if (column is not null && !types.Contains(column.Type))
            yield return $"its class shows {string.Join(" or ", types.DefaultIfEmpty("no column"))}, but {table.Name}.{name} is {column.Type}";
        foreach (var what in id == ControlClasses.Grid || id == ControlClasses.EditableGrid ? Grid(s, table, parameters) : id == ControlClasses.QuickView && column is not null ? QuickView(s, table, column, parameters) : Lookup(s, parameters))
            yield return what;
        if (id == ControlClasses.WebResource && !s.HasWebResource(parameters?.Element("Url")?.Value ?? ""))
            yield return $"web resource {parameters?.Element("Url")?.Value} does not exist";
    }

    private static IEnumerable<string> Grid(Installation s, Table table, XElement? parameters)
    {
        var target = parameters?.Element("TargetEntityType")?.Value ?? "";
        if (!s.Installed.Tables.TryGetValue(target, out var shown))
            yield return $"table {target} does not exist";
        foreach (var view in Ids(parameters, "ViewId").Concat(Ids(parameters, "ViewIds")))
        {
            var of = Installation.TableOf(s.Views, "savedqueryid", view);
            if (of?.Name != target && (of is not null || shown?.IsOurs == true))
                yield return $"view {view} of {target} does not exist";
        }

        foreach (var chart in Ids(parameters, "VisualizationId").Where(c => Installation.TableOf(s.Charts, "savedqueryvisualizationid", c)?.Name != target))
            yield return $"chart {chart} of {target} does not exist";
        if (parameters?.Element("RelationshipName")?.Value is { Length: > 0 } name
            && (Relation(s, name) is not { } relation || relation.To != table.Name || relation.From != target))
            yield return $"no relation {name} leads from {target} to {table.Name}";
    }

    private static IEnumerable<string> QuickView(Installation s, Table table, Column lookup, XElement? parameters)
    {
        var text = parameters?.Element("QuickForms")?.Value;
        if (string.IsNullOrEmpty(text))
        {
            yield return "names no quick view form";
            yield break;
        }

        var targets = s.Installed.RelationsOf(table, lookup).Select(r => r.To).ToHashSet();
        foreach (var form in XElement.Parse(text).Descendants("QuickFormId"))
        {
            var of = form.Attribute("entityname")?.Value ?? "";
            if (!targets.Contains(of))
                yield return $"{lookup.Name} does not lead to {of}";
            if (!s.Forms.Any(f => f.Table.Name == of && f.Path.Contains("/quick/", StringComparison.Ordinal)
                && Guid.TryParse(form.Value, out var id) && Installation.IsId(f.Xml.Element("formid")?.Value, id)))
                yield return $"quick view form {form.Value} of {of} does not exist";
        }
    }

    private static IEnumerable<string> Lookup(Installation s, XElement? parameters)
    {
        foreach (var view in Ids(parameters, "DefaultViewId").Concat(Ids(parameters, "AvailableViewIds")).Where(v => Installation.TableOf(s.Views, "savedqueryid", v) is null))
            yield return $"view {view} does not exist";
        foreach (var name in new[] { "FilterRelationshipName" }.Select(n => parameters?.Element(n)?.Value).Where(n => !string.IsNullOrEmpty(n) && Relation(s, n) is null))
            yield return $"relation {name} does not exist";
        if (parameters?.Element("DependentAttributeName")?.Value.Split('.') is { Length: 2 } dependent
            && !(s.Installed.Tables.TryGetValue(dependent[0], out var table) && table.Columns.ContainsKey(dependent[1])))
            yield return $"column {string.Join('.', dependent)} does not exist";
    }

    private static IEnumerable<string> Ids(XElement? parameters, string element) =>
        (parameters?.Element(element)?.Value ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(id => !(Guid.TryParse(id, out var guid) && guid == Guid.Empty));

    private static Relation? Relation(Installation s, string? name) =>
        s.Installed.Relations.FirstOrDefault(r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<XElement> Twice(IEnumerable<XElement> elements, string attribute) =>
        elements.Where(e => e.Attribute(attribute) is not null).GroupBy(e => e.Name.LocalName + " " + e.Attribute(attribute)!.Value).SelectMany(g => g.Skip(1));
}
