using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmAddon.Rules.Tests.Language;

/// <summary>A case of the language as it stands in a text file, see Cases/README.md.</summary>
public sealed class LanguageCase
{
    private const string Header = "language 1 program \"Case\" in USD role ISV, Reseller, SI, MSP, Referral\n";

    private readonly Dictionary<string, string> sections = [];

    public required string File { get; init; }

    public required string Title { get; init; }

    /// <summary>The whole program text, the header that cases share included.</summary>
    public string Program
    {
        get
        {
            if (Section("program whole") is { } whole)
                return whole;
            var named = sections.Keys.SingleOrDefault(name => name.StartsWith("program ", StringComparison.Ordinal));
            return named is null
                ? Header + Section("program")
                : System.IO.File.ReadAllText(Path.Combine(Folder, "Programs", named["program ".Length..] + ".rules"));
        }
    }

    /// <summary>Whether the harness puts the shared header before the case's own rules.</summary>
    public bool HasSharedHeader => sections.ContainsKey("program");

    /// <summary>What the checker finds, as it is drawn; empty where it finds nothing.</summary>
    public string Finds => Section("finds") ?? "";

    public string? Given => Section("given");

    public string? Explains => Section("explains");

    public string? WhyNot => Section("why not");

    /// <summary>The text in the language's layout; without the shared header, where there is one.</summary>
    public string? FormatsTo => Section("formats to");

    public string? ExplainsInGerman => Section("explains in German");

    public string? WhyNotInGerman => Section("why not in German");

    public string? NearMisses => Section("near misses");

    public string? NearMissesInGerman => Section("near misses in German");

    public bool SaysSomethingOfTheGivenCase =>
        (Explains ?? WhyNot ?? NearMisses ?? ExplainsInGerman ?? WhyNotInGerman ?? NearMissesInGerman) is not null;

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static IEnumerable<LanguageCase> All() =>
        Directory.EnumerateFiles(Folder, "*.txt").OrderBy(file => file, StringComparer.Ordinal).SelectMany(Read);

    public static IEnumerable<LanguageCase> Read(string file)
    {
        LanguageCase? current = null;
        var section = "";
        foreach (var line in System.IO.File.ReadLines(file))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                if (current is not null)
                    yield return current;
                current = new LanguageCase { File = Path.GetFileNameWithoutExtension(file), Title = line[4..] };
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal) && current is not null)
            {
                section = line[4..];
                current.sections[section] = "";
            }
            else if (current is not null && current.sections.ContainsKey(section))
            {
                current.sections[section] += line + "\n";
            }
        }
        if (current is not null)
            yield return current;
    }

    // Blank lines before the next heading are layout.
    private string? Section(string name) =>
        sections.TryGetValue(name, out var text) ? text.TrimEnd('\n') is { Length: > 0 } content ? content + "\n" : "" : null;

    public override string ToString() => File + ": " + Title;
}
