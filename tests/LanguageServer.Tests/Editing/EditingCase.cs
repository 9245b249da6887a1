using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Rules.Editing;

namespace CrmAddon.Rules.LanguageServer.Tests.Editing;

/// <summary>A case of an editor service as it stands in a text file, see Cases/README.md.</summary>
public sealed class EditingCase
{
    /// <summary>What stands before the text of a case that does not begin with the language.</summary>
    public const string Header = "language 1\nprogram \"Case\" in USD\nrole ISV, Reseller, SI, MSP, Referral\n";

    private readonly List<(string Name, string Content)> sections = [];

    public required string File { get; init; }

    public required string Title { get; init; }

    /// <summary>What is asked, with what is expected of it, in the order of the file.</summary>
    public IEnumerable<(string Name, string Content)> Questions =>
        sections.Skip(1).Select(section => (section.Name, section.Content.TrimEnd('\n')));

    public bool IsWhole => sections[0].Name == "whole text";

    /// <summary>The text with the caret in it.</summary>
    public string Marked => (IsWhole ? "" : Header) + sections[0].Content.TrimEnd('\n') + "\n";

    public int Caret => Marked.IndexOf('|', StringComparison.Ordinal) is >= 0 and var caret ? caret : 0;

    public RulesDocument Document => new(Marked.Replace("|", "", StringComparison.Ordinal), Vocabulary.Standard);

    public static IEnumerable<EditingCase> All() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.txt").Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<EditingCase> Read(string file)
    {
        EditingCase? current = null;
        foreach (var line in System.IO.File.ReadLines(file))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                if (current is not null)
                    yield return current;
                current = new EditingCase { File = Path.GetFileNameWithoutExtension(file), Title = line[4..] };
            }
            else if (line.StartsWith("--- ", StringComparison.Ordinal) && current is not null)
            {
                current.sections.Add((line[4..], ""));
            }
            else if (current is { sections.Count: > 0 })
            {
                var (name, content) = current.sections[^1];
                current.sections[^1] = (name, content + line + "\n");
            }
        }
        if (current is not null)
            yield return current;
    }

    public override string ToString() => File + ": " + Title;
}
