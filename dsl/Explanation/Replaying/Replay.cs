using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>
/// Compares a stored derivation with that of the same case judged again. The same program and case give the same result and the same
/// sentences for ever; a later release may note more values beside those that were stored, and nothing else.
/// </summary>
public static class Replay
{
    // A stored derivation may come from anywhere; ours are never this deep.
    private const int Deepest = 100;

    /// <summary>The first step in which they differ, in the order in which they are read; null where both say the same.</summary>
    public static ReplayDifference? FirstDifference(Finding stored, Ruling again) =>
        FirstDifference(stored, (again ?? throw new ArgumentNullException(nameof(again))).Derivation);

    /// <inheritdoc cref="FirstDifference(Finding, Ruling)"/>
    public static ReplayDifference? FirstDifference(Finding stored, Finding again) => Compare(
        stored ?? throw new ArgumentNullException(nameof(stored)), again ?? throw new ArgumentNullException(nameof(again)), [], 0);

    private static ReplayDifference? Compare(Finding? stored, Finding? again, List<string> above, int depth)
    {
        if (stored is null || again is null || stored.Kind != again.Kind || depth == Deepest)
            return new ReplayDifference([.. above], stored, again, null);
        foreach (var value in stored.Values.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            if (!again.Values.TryGetValue(value.Key, out var now) || now != value.Value)
                return new ReplayDifference([.. above], stored, again, value.Key);
        }
        if (Told(stored) != Told(again))
            return new ReplayDifference([.. above], stored, again, null);
        above.Add(Told(stored));
        for (var i = 0; i < Math.Max(stored.Children.Count, again.Children.Count); i++)
        {
            if (Compare(stored.Children.ElementAtOrDefault(i), again.Children.ElementAtOrDefault(i), above, depth + 1) is { } difference)
                return difference;
        }
        above.RemoveAt(above.Count - 1);
        return null;
    }

    private static string Told(Finding finding) => Explanation.Sentence(finding, Language.English);
}
