using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Which clauses a rule can still get: not those that it has, nor those that exclude one that it has.</summary>
internal static class ClauseChoice
{
    private static readonly string[] Repeatable = ["accelerate", "at", "for", "of", "grow"];

    private static readonly string[] Spans = ["per deal", "per customer", "per product", "across customers"];

    private static readonly string[][] Exclusive =
        [["shares", "all"], ["all", "empty"], ["all", "several"], ["rate", "amount", "graduated", "volume"], ["once", "every"], ["once", "while"]];

    public static IEnumerable<string> Among(IReadOnlyList<string> words, IReadOnlyList<Token> before, Caret caret)
    {
        HashSet<string> used = [.. caret.RuleStart >= 0 ? Probe.Clauses(caret.Rule) : before.Select(token => token.Text)];
        return words.Distinct().Where(word =>
            !(used.Contains(word) && (!Repeatable.Contains(word) || (word is "for" or "of" && before.Count > 0 && !before[0].Is("credit"))))
            && !Exclusive.Any(group => group.Contains(word) && group.Any(other => other != word && used.Contains(other))));
    }

    /// <summary>Whether a phrase fits: a deal is not paid per customer, and 'for deals' says nothing new where the rule says what it is for.</summary>
    public static bool Allows(string phrase, IReadOnlyList<Token> before)
    {
        if (Spans.Contains(phrase.Trim(',', ' ')))
            return phrase.EndsWith("per deal", StringComparison.Ordinal) == before.Any(token => token.Is("once"));
        if (!phrase.StartsWith("for ", StringComparison.Ordinal) || before.Count == 0 || !before[0].Is("credit"))
            return true;
        var own = phrase.StartsWith("for each", StringComparison.Ordinal);
        return !Enumerable.Range(1, before.Count - 1).Any(
            i => before[i - 1].Is("for") && (own ? before[i].Is("each") : before[i].Is("deals") || before[i].Is("usage")));
    }
}
