using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Every text that people see is there in English and German, in that order, each in its own words, and no longer than the platform stores.</summary>
internal static class LabelRules
{
    private static readonly string[] Languages = ["1033", "1031"];
    private static readonly string[] Holders = ["LocalizedNames", "LocalizedCollectionNames", "Descriptions", "displaynames", "labels", "Titles", "description", "displayname", "CustomLabels"];

    /// <summary>Words that are the same in both languages.</summary>
    private static readonly HashSet<string> Same = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Validation", "SameWords.txt")).Where(line => !line.StartsWith('#'))];

    public static IEnumerable<Finding> Check(Installation s)
    {
        foreach (var path in s.Files.Paths.Where(p => p.EndsWith(".xml", StringComparison.Ordinal)))
        {
            foreach (var holder in s.Xml(path).DescendantsAndSelf().Where(e => Holders.Contains(e.Name.LocalName) && e.HasElements))
            {
                var texts = holder.Elements().Select(e => (Language: (e.Attribute("languagecode") ?? e.Attribute("LCID"))?.Value, Text: (e.Attribute("description") ?? e.Attribute("Title"))?.Value)).ToList();
                if (texts.Any(t => t.Language is null))
                    continue;
                if (IsSpacer(holder, texts.Select(t => t.Text)))
                    continue;
                if (!texts.Select(t => t.Language).SequenceEqual(Languages))
                    yield return Finding.At(path, holder, $"'{texts[0].Text}' is not there in English and German, in that order");
                else if (texts.Any(t => string.IsNullOrWhiteSpace(t.Text)))
                    yield return Finding.At(path, holder, $"a text is empty beside '{string.Concat(texts.Select(t => t.Text))}'");
                else if (texts[0].Text == texts[1].Text && !Same.Contains(texts[0].Text!))
                    yield return Finding.At(path, holder, $"'{texts[0].Text}' is the same in German and not on the list of such words");
                if (holder.Attribute("default") is { } standard && standard.Value != texts[0].Text)
                    yield return Finding.At(path, holder, $"default '{standard.Value}' is not the English text");
                foreach (var (_, text) in texts.Where(t => t.Text?.Length > Limit(s, path, holder)))
                    yield return Finding.At(path, holder, $"'{text}' is longer than {Limit(s, path, holder)} letters");
            }
        }
    }

    /// <summary>Cells without a control, and tabs and sections whose label is not shown, may be without words.</summary>
    private static bool IsSpacer(XElement holder, IEnumerable<string?> texts) =>
        holder.Name.LocalName == "labels" && texts.All(string.IsNullOrEmpty)
        && holder.Parent is { } labelled && (labelled.Element("control") is null && labelled.Name.LocalName == "cell" || labelled.Attribute("showlabel")?.Value == "false");

    private static int Limit(Installation s, string path, XElement holder)
    {
        var isDescription = holder.Name.LocalName is "Descriptions" or "description";
        var (table, column) = path.Split('/') switch
        {
            ["customapis", ..] => (holder.Parent!.Name.LocalName, holder.Name.LocalName),
            ["environmentvariabledefinitions", ..] => ("environmentvariabledefinition", holder.Name.LocalName),
            ["Entities", _, "FormXml", ..] when holder.Parent!.Name.LocalName == "systemform" => ("systemform", isDescription ? "description" : "name"),
            ["Entities", _, "SavedQueries", ..] => ("savedquery", isDescription ? "description" : "name"),
            ["Entities", _, "Visualizations", ..] => ("savedqueryvisualization", isDescription ? "description" : "name"),
            ["AppModules", ..] => ("appmodule", isDescription ? "description" : "name"),
            ["Workflows", ..] => ("workflow", isDescription ? "description" : "name"),
            _ => ("", ""),
        };
        return s.Installed.Tables.TryGetValue(table, out var known) && known.Columns.TryGetValue(column, out var stored)
            && int.TryParse(stored.Value("MaxLength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : isDescription ? 2000 : 200;
    }
}
