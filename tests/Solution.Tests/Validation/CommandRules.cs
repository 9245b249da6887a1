using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Command bars: what a button names exists, is of use, and can be done; what only the add-on writes can't be made with New.</summary>
internal static class CommandRules
{
    private const string Resource = "$webresource:";
    private const string Label = "$LocLabels:";

    public static IEnumerable<Finding> Check(Installation s)
    {
        var ids = new HashSet<string>();
        foreach (var table in s.Solution.Tables.Values.Where(t => s.Files.Has(PathOf(t))))
        {
            var (path, bar) = (PathOf(table), s.Xml(PathOf(table)));
            var defined = bar.Descendants().Where(e => e.Name.LocalName is "CustomAction" or "Button" or "CommandDefinition" or "LocLabel" or "HideCustomAction"
                || (e.Name.LocalName is "DisplayRule" or "EnableRule" && e.HasElements)).ToList();
            foreach (var twice in defined.Where(e => !ids.Add(IdOf(e))))
                yield return Finding.At(path, twice, $"{IdOf(twice)} is there twice");
            foreach (var (at, what) in References(s, table, bar).Concat(Unused(bar)))
                yield return Finding.At(path, at, what);
        }

        foreach (var table in s.Solution.Tables.Values.Where(t => t.IsOurs && !HidesNew(s, t)))
        {
            foreach (var form in s.Forms.Where(f => f.Table.Name == table.Name && f.Path.Split('/')[3] is "main" or "quickCreate"))
            {
                foreach (var column in table.Columns.Values.Where(c => c.Value("RequiredLevel") == "required" && !CanBeEntered(form.Xml, c.Name)))
                    yield return new(form.Path, $"{table.Name}.{column.Name} is required and can't be entered here, though the table offers New");
            }
        }
    }

    private static IEnumerable<(XElement At, string What)> References(Installation s, Table table, XElement bar)
    {
        foreach (var action in bar.Descendants().Where(e => e.Attribute("Location") is { } place && !IsPlaceOf(table, place.Value)))
            yield return (action, $"location {action.Attribute("Location")!.Value} is no place in the command bars of {table.Name}");
        foreach (var button in bar.Descendants("Button").Where(b => !Ids(bar, "CommandDefinition").Contains(b.Attribute("Command")?.Value)))
            yield return (button, $"command {button.Attribute("Command")?.Value} is not defined");
        foreach (var rule in bar.Descendants("CommandDefinition").Descendants("DisplayRule").Where(r => !Ids(bar.Element("RuleDefinitions")!, "DisplayRule").Contains(r.Attribute("Id")?.Value)))
            yield return (rule, $"rule {rule.Attribute("Id")?.Value} is not defined");
        foreach (var attribute in bar.Descendants().Attributes())
        {
            if (attribute.Value.StartsWith(Label, StringComparison.Ordinal) && !Ids(bar, "LocLabel").Contains(attribute.Value[Label.Length..]))
                yield return (attribute.Parent!, $"text {attribute.Value[Label.Length..]} is not there");
            if (attribute.Value.StartsWith(Resource, StringComparison.Ordinal) && !s.HasWebResource(attribute.Value[Resource.Length..]))
                yield return (attribute.Parent!, $"web resource {attribute.Value[Resource.Length..]} does not exist");
        }

        foreach (var rule in bar.Descendants("ValueRule").Where(r => r.Attribute("Field")!.Value != "statuscode" || Status(table, r.Attribute("Value")!.Value) is null))
            yield return (rule, $"{table.Name}.{rule.Attribute("Field")!.Value} can't be {rule.Attribute("Value")!.Value}");
        foreach (var command in bar.Descendants("CommandDefinition"))
        {
            foreach (var (at, what) in Moves(table, bar, command))
                yield return (at, what);
        }

        foreach (var rule in bar.Descendants("EntityPrivilegeRule").Where(r => !s.Installed.Tables.ContainsKey(r.Attribute("EntityName")?.Value ?? table.Name)))
            yield return (rule, $"table {rule.Attribute("EntityName")?.Value} does not exist");
        foreach (var function in bar.Descendants("JavaScriptFunction"))
        {
            var script = "WebResources/" + function.Attribute("Library")!.Value.Replace(Resource, "", StringComparison.Ordinal);
            var name = function.Attribute("FunctionName")!.Value.Split('.')[^1];
            if (s.Files.Has(script) && !Encoding.UTF8.GetString(s.Files[script]).Contains($"function {name}(", StringComparison.Ordinal))
                yield return (function, $"{script} has no function {name}");
        }
    }

    /// <summary>Buttons that set a status lead where the state model lets the states lead in which they are shown.</summary>
    private static IEnumerable<(XElement At, string What)> Moves(Table table, XElement bar, XElement command)
    {
        var rules = command.Descendants("DisplayRule").Select(r => r.Attribute("Id")!.Value).ToHashSet();
        var shown = bar.Element("RuleDefinitions")!.Descendants("DisplayRule").Where(d => rules.Contains(d.Attribute("Id")!.Value))
            .Descendants("ValueRule").Select(v => v.Attribute("Value")!.Value).ToList();
        foreach (var set in command.Descendants("JavaScriptFunction").Where(f => f.Attribute("FunctionName")!.Value.EndsWith(".setStatus", StringComparison.Ordinal)))
        {
            var (state, status) = set.Elements("IntParameter").Select(p => p.Attribute("Value")!.Value).ToList() is [var first, var second] ? (first, second) : ("", "");
            foreach (var from in shown)
            {
                var steps = Status(table, from)?.Attribute("TransitionData")?.Value ?? "";
                if (Status(table, status)?.Attribute("state")?.Value != state || !steps.Contains($"sourcestatusid=\"{from}\" tostatusid=\"{status}\"", StringComparison.Ordinal))
                    yield return (set, $"{table.Name} can't go from {from} to {status} in state {state}");
            }
        }
    }

    private static bool IsPlaceOf(Table table, string location) =>
        location.Split('.') is ["Mscrm", "Form" or "HomepageGrid" or "SubGrid", var of, _, ..] && of == table.Name;

    private static XElement? Status(Table table, string value) =>
        table.Columns["statuscode"].Xml.Descendants("status").SingleOrDefault(o => o.Attribute("value")?.Value == value);

    private static IEnumerable<(XElement At, string What)> Unused(XElement bar)
    {
        var values = bar.Descendants().Where(e => !e.HasElements || e.Name.LocalName == "Button").SelectMany(e => e.Attributes()).Select(a => a.Value).ToHashSet();
        foreach (var unused in bar.Descendants("LocLabel").Where(l => !values.Contains(Label + l.Attribute("Id")!.Value)))
            yield return (unused, $"text {unused.Attribute("Id")!.Value} is used by no button");
        foreach (var unused in bar.Descendants("CommandDefinition").Where(c => !bar.Descendants("Button").Any(b => b.Attribute("Command")?.Value == c.Attribute("Id")!.Value)))
            yield return (unused, $"command {unused.Attribute("Id")!.Value} has no button");
    }

    private static bool HidesNew(Installation s, Table table) => s.Files.Has(PathOf(table)) && s.Xml(PathOf(table)).Descendants("HideCustomAction")
        .Select(h => h.Attribute("Location")?.Value).ToHashSet().IsSupersetOf([$"Mscrm.HomepageGrid.{table.Name}.NewRecord", $"Mscrm.SubGrid.{table.Name}.AddNewStandard", $"Mscrm.Form.{table.Name}.NewRecord"]);

    private static bool CanBeEntered(XElement form, string column) =>
        form.Descendants("control").Any(c => c.Attribute("datafieldname")?.Value == column && c.Attribute("disabled")?.Value == "false");

    private static HashSet<string?> Ids(XElement below, string element) => [.. below.Descendants(element).Select(e => e.Attribute("Id")?.Value)];

    private static string IdOf(XElement element) => $"{element.Name.LocalName} {(element.Attribute("Id") ?? element.Attribute("HideActionId"))?.Value}";

    private static string PathOf(Table table) => $"Entities/{table.Folder}/RibbonDiff.xml";
}
