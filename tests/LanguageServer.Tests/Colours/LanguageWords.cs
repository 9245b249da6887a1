using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.LanguageServer.Tests.Colours;

/// <summary>
/// The words of the language as the parser knows them: those that it offers at any place of any program of the samples and of the
/// language's cases, with the reserved ones. So the list follows the grammar by itself.
/// </summary>
internal static class LanguageWords
{
    public static IReadOnlyCollection<string> All { get; } = Find();

    /// <summary>The sample programs and the programs of the language's cases.</summary>
    public static IEnumerable<(string Name, string Text)> Programs()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.rules"))
            yield return (Path.GetFileName(file), File.ReadAllText(file));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.txt"))
        {
            foreach (var section in File.ReadAllText(file).Split("\n--- program").Skip(1))
                yield return (Path.GetFileName(file), section[(section.IndexOf('\n', StringComparison.Ordinal) + 1)..].Split("\n--- ")[0].Split("\n=== ")[0]);
        }
    }

    /// <summary>A text as the parser reads it, and whether its characters are in order: no editor knows what to make of others.</summary>
    public static (IReadOnlyList<Token> Tokens, ParseLog Log, bool IsClean) Read(string text)
    {
        var bag = new DiagnosticBag();
        var tokens = Lexer.Read(text, bag);
        var isClean = bag.InOrder().Count == 0;
        var log = new ParseLog(tokens.Count);
        ProgramParser.Read(tokens, bag, log, isPiece: !text.StartsWith("language", StringComparison.Ordinal));
        return (tokens, log, isClean);
    }

    /// <summary>Whether the grammar took a token for one of its own words.</summary>
    public static bool IsKeyword(TokenReading read) => read.Noun is { } noun && noun.StartsWith('\'');

    private static SortedSet<string> Find()
    {
        var words = new SortedSet<string>(ReservedWords.All, StringComparer.Ordinal);
        foreach (var (_, text) in Programs().Where(program => program.Text.Length < 20_000))
        {
            var (tokens, log, _) = Read(text);
            foreach (var rule in log.Rules)
                AddOffered(words, tokens, rule.Start, rule.End, isPiece: true);
            if (text.StartsWith("language", StringComparison.Ordinal) && log.Rules is [var first, ..])
                AddOffered(words, tokens, 0, first.Start, isPiece: false);
        }
        words.RemoveWhere(word => !word.All(c => char.IsLetter(c) || c == '_'));
        return words;
    }

    private static void AddOffered(SortedSet<string> words, IReadOnlyList<Token> tokens, int start, int end, bool isPiece)
    {
        for (var i = start; i <= end && i - start < 80; i++)
        {
            var offers = Probe.After(tokens.Skip(start).Take(i - start), isPiece);
            words.UnionWith(offers.SelectMany(offer => OfferedWords.Of(offer.Noun!)).SelectMany(word => word.Split(' ')));
        }
    }
}
