using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Editing;

/// <summary>The words of the language that an expectation of the grammar names: in quotes, or in the parentheses at its end.</summary>
internal static class OfferedWords
{
    public static IReadOnlyList<string> Of(string noun)
    {
        if (noun.IndexOf('\'') >= 0)
            return [.. noun.Split('\'').Where((_, i) => i % 2 == 1)];
        var open = noun.LastIndexOf('(');
        return open < 0 || !noun.EndsWith(")", StringComparison.Ordinal)
            ? []
            : [.. noun.Substring(open + 1, noun.Length - open - 2).Split(',').Select(word => word.Trim())];
    }

    /// <summary>Whether the expectation is a clause of the rule that is being typed.</summary>
    public static bool IsClause(string noun) => noun.StartsWith("a clause of ", StringComparison.Ordinal);
}
