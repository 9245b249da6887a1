using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace CrmAddon.Rules.Tests.Reference;

/// <summary>The pages of the language's reference, and the programs on them.</summary>
internal static partial class Pages
{
    /// <summary>dsl/README.md: the language.</summary>
    public static string Language { get; } = Read("Reference.md");

    /// <summary>The grammar on that page.</summary>
    public static string Grammar { get; } = Language.Split("```ebnf\n")[1].Split("```")[0];

    /// <summary>dsl/diagnostics.md: what the checker finds.</summary>
    public static string Diagnostics { get; } = Read("Diagnostics.md");

    /// <summary>The codes that have a section, in the order of the page.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Heading().Matches(Diagnostics).Select(heading => heading.Groups[1].Value)];

    /// <summary>The programs of the sections.</summary>
    public static IReadOnlyList<ShownProgram> Programs { get; } =
        [.. Shown().Matches(Diagnostics).Select(shown => new ShownProgram(
            shown.Groups["codes"].Value,
            ShownProgram.Whole(shown.Groups["text"].Value),
            shown.Groups["drawing"].Success ? shown.Groups["drawing"].Value : null))];

    /// <summary>The program of the introduction, as far as it has grown with each piece.</summary>
    public static IReadOnlyList<string> Growing { get; } = Grown();

    private static List<string> Grown()
    {
        var grown = new List<string>();
        foreach (Match piece in Piece().Matches(Language))
            grown.Add(grown.Count == 0 ? piece.Groups[1].Value : grown[^1] + "\n" + piece.Groups[1].Value);
        return grown;
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, page)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^### (RUL\d{4})$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^```rules (?:good|bad (?<codes>[^\n]+))\n(?<text>.*?)^```$(?:\n\n```text\n(?<drawing>.*?)^```$)?", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"^```rules\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Piece();
}
