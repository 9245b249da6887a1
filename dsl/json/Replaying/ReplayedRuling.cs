using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace CrmAddon.Rules.Json;

/// <summary>A stored ruling judged again by the text that it was judged by.</summary>
public sealed class ReplayedRuling
{
    private ReplayedRuling(string? difference, string? hash)
    {
        FirstDifference = difference;
        Hash = hash;
    }

    /// <summary>Where it first differs, what was stored and what comes out now; null where all is the same.</summary>
    public string? FirstDifference { get; }

    /// <summary>The hash over the rules, the inputs and the result as they come out now, and the ruling before; null where it can't be judged again.</summary>
    public string? Hash { get; }

    /// <summary>Judges a stored ruling again.</summary>
    /// <param name="program">The text by which it was judged.</param>
    /// <param name="vocabulary">The fields that its case may give.</param>
    /// <param name="stored">The ruling.</param>
    public static ReplayedRuling Of(RuleProgram program, Vocabulary vocabulary, StoredRuling stored)
    {
        try
        {
            var read = CaseReader.Read(stored.Inputs, vocabulary, stored.Partner);
            var rulings = read.Judge(program);
            var inputs = read.Inputs(program);
            var result = read.Result(rulings);
            return new ReplayedRuling(
                Data("inputs", stored.Inputs, inputs)
                    ?? Data("result", stored.Result, result)
                    ?? (stored.Derivation is { } derivation ? Text(derivation, read.Derivation(rulings)) : null)
                    ?? Chain(program, stored),
                HashOf(program, inputs, result, stored.PreviousHash));
        }
        catch (CaseFormatException e)
        {
            return new ReplayedRuling($"can't be judged again: {e.Message}", null);
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
            .Where(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i)).DefaultIfEmpty(-1).First();
        return line < 0
            ? $"derivation: {difference}"
            : $"text, line {line + 1}\n  stored: {before.ElementAtOrDefault(line)?.Trim() ?? "nothing"}\n  now:    {after.ElementAtOrDefault(line)?.Trim() ?? "nothing"}";
    }

    // The chain of hashes shows whether anybody changed what was stored, or judged by another text.
    private static string? Chain(RuleProgram program, StoredRuling stored) =>
        stored.Hash is null || HashOf(program, stored.Inputs, stored.Result, stored.PreviousHash) == stored.Hash
            ? null
            : "hash: it is not that of this ruling under this text of the rules; compare the text with the published version";

    private static string HashOf(RuleProgram program, string inputs, string result, string previousHash)
    {
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", program.Hash, inputs, result, previousHash)));
        return string.Concat(hash.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
