using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>
/// Names of what tests read. A field keeps its name of the program; a figure is named in words, <c>usage growth over 3 months</c>,
/// which every language has its own for.
/// </summary>
internal static class FactNames
{
    private static readonly (string Prefix, string Kind)[] Figures =
    [
        ("usage over ", "fact.usage-over"),
        ("average usage over ", "fact.average"),
        ("usage growth over ", "fact.growth"),
        ("retention over ", "fact.retention"),
    ];

    public static string Write(Language language, string name)
    {
        if (FindFigure(name) is { } figure)
            return language.Templates[figure.Kind].Fill(language, new Dictionary<string, string> { ["months"] = figure.Months });
        return language.Templates.TryGetValue("fact." + name, out var template) ? template.Text : name;
    }

    private static (string Kind, string Months)? FindFigure(string name)
    {
        foreach (var (prefix, kind) in Figures)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                return (kind, name.Substring(prefix.Length).Split(' ')[0]);
        }
        return null;
    }
}
