using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Replaying;

/// <summary>A stored ruling judged again.</summary>
internal static class Replayed
{
    /// <summary>Where it first differs, what was stored and what comes out now; null where all is the same.</summary>
    public static string? FirstDifference(RuleProgram program, Vocabulary vocabulary, StoredRuling stored)
    {
        try
        {
            var read = CaseReader.Read(stored.Inputs, vocabulary, stored.Partner);
            var rulings = read.Judge(program);
            return Data("inputs", stored.Inputs, read.Inputs(program))
                ?? Data("result", stored.Result, read.Result(rulings))
                ?? (stored.Derivation is { } derivation ? Text(derivation, read.Derivation(rulings)) : null)
                ?? Chain(program, stored);
        }
        catch (CaseFormatException e)
        {
            return $"can't be judged again: {e.Message}";
        }
    }

    private static string? Data(string part, string stored, string now) =>
        string.Equals(stored, now, StringComparison.Ordinal) ? null
        : JsonDifference.First(stored, now) is { } first ? $"{part}{first}"
        : $"{part}: the same data, written differently";

    // What people read comes first; data behind the same words are compared after it.
    private static string? Text(string stored, Finding now)
    {
        var before = Explanation.Render(DerivationReader.Read(stored));
        var after = Explanation.Render(DerivationReader.Read(ResultText.Of(now)));
        var line = Enumerable.Range(0, Math.Max(before.Count, after.Count))
            .FirstOrDefault(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i), -1);
        return line < 0
            ? Data("derivation", stored, ResultText.Of(now))
            : $"text, line {line + 1}\n  stored: {before.ElementAtOrDefault(line)?.Trim() ?? "nothing"}\n  now:    {after.ElementAtOrDefault(line)?.Trim() ?? "nothing"}";
    }

    // The chain of hashes shows whether anybody changed what was stored, or judged by another text.
    private static string? Chain(RuleProgram program, StoredRuling stored)
    {
        var text = string.Join('\n', program.Hash, stored.Inputs, stored.Result, stored.PreviousHash);
        return stored.Hash is null || Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) == stored.Hash
            ? null
            : "hash: it is not that of this ruling under this text of the rules; compare the text with the published version";
    }
}
