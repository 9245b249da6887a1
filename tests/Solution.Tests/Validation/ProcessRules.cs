using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Business rules name tables and columns that exist, controls that are on a form of their table, and messages that their rows list.</summary>
internal static class ProcessRules
{
    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var (path, rule) in s.Workflows)
        {
            var name = rule.Element("PrimaryEntity")?.Value.ToLowerInvariant() ?? "";
            var file = path[..^".data.xml".Length];
            var id = rule.Attribute("WorkflowId")?.Value.Trim('{', '}').ToUpperInvariant() ?? "";
            if (!s.Installed.Tables.TryGetValue(name, out var table))
            {
                yield return new(path, $"table {name} does not exist");
                continue;
            }

            if (rule.Element("XamlFileName")?.Value != "/" + file)
                yield return Finding.At(path, rule, $"XamlFileName is not /{file}");
            if (!file.EndsWith($"-{id}.xaml", StringComparison.Ordinal))
                yield return Finding.At(path, rule, $"the file is not named after the id {id}");
            if (!s.Files.Has(file))
            {
                yield return new(path, $"{file} is missing");
                continue;
            }

            var shown = table.Forms.Concat(s.Solution.Tables.TryGetValue(name, out var ours) ? ours.Forms : []).SelectMany(f => f.Descendants("control"))
                .Select(c => c.Attribute("datafieldname")?.Value ?? "").ToHashSet();
            var xaml = XDocument.Parse(Encoding.UTF8.GetString(s.Files[file]).TrimStart('\uFEFF'), LoadOptions.SetLineInfo).Root!;
            foreach (var element in xaml.DescendantsAndSelf())
            {
                if (element.Name.LocalName == "StepLabel" && !IsListed(rule, element))
                    yield return Finding.At(file, element, $"this text is not among the labels of {path}");
                if (element.Attribute("ControlId")?.Value is { } control && !shown.Contains(control))
                    yield return Finding.At(file, element, $"column {name}.{control} is on no form of the table");
                if (element.Name.LocalName is not ("GetEntityProperty" or "SetEntityProperty") || element.Attribute("Attribute")?.Value is not { } column)
                    continue;
                var of = element.Attribute("EntityName")?.Value ?? "";
                if (!s.Installed.Tables.TryGetValue(of, out var read) || !read.Columns.ContainsKey(column))
                    yield return Finding.At(file, element, $"column {of}.{column} does not exist");
            }
        }
    }

    private static bool IsListed(XElement rule, XElement text) => rule.Elements("labels").Elements("steplabels")
        .Where(list => list.Attribute("id")?.Value == $"{{{text.Attribute("LabelId")?.Value}}}").Elements("label")
        .Any(label => label.Attribute("languagecode")?.Value == text.Attribute("LanguageCode")?.Value && label.Attribute("description")?.Value == text.Attribute("Description")?.Value);
}
