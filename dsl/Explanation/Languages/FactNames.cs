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
        ("usage over ", "usage-over"),
        ("average usage over ", "average"),
        ("usage growth over ", "growth"),
        ("retention over ", "retention"),
    ];

    /// <param name="language">The language.</param>
    /// <param name="form">Which form of the name: <c>fact.</c> alone, <c>the.</c> as the subject of a sentence.</param>
    /// <param name="name">The name.</param>
    public static string Write(Language language, string form, string name)
    {
        if (FindFigure(name) is { } figure)
            return language.Templates[form + figure.Kind].Fill(language, new Dictionary<string, string> { ["months"] = figure.Months });
        return language.Templates.TryGetValue(form + name, out var template) ? template.Text : name;
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
