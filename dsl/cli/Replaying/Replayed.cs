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

    // What people read is shown line by line; data behind the same words by its step.
    private static string? Text(string stored, Finding now)
    {
        var kept = DerivationReader.Read(stored);
        if (Replay.FirstDifference(kept, now) is not { } difference)
            return null;
        var before = Explanation.Render(kept);
        var after = Explanation.Render(now);
        var line = Enumerable.Range(0, Math.Max(before.Count, after.Count))
            .FirstOrDefault(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i), -1);
        return line < 0
            ? $"derivation: {difference}"
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
