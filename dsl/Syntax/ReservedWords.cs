using System.Collections.Generic;

namespace CrmAddon.Rules.Syntax;

/// <summary>Words that mean something in the language, so that no role or tier may have them as its name.</summary>
internal static class ReservedWords
{
    /// <summary>The words that begin a rule.</summary>
    public static HashSet<string> Kinds { get; } =
        ["role", "credit", "commission", "clawback", "churn", "registration", "tier", "example", "field"];

    /// <summary>Words that begin a field or a figure of a condition.</summary>
    public static HashSet<string> Subjects { get; } =
        ["deal", "customer", "partner", "registration", "marketplace", "usage", "average", "retention"];

    public static HashSet<string> All { get; } =
    [
        .. Kinds, .. Subjects,
        "language", "program", "exception", "for", "when", "shares", "all", "keep", "empty", "several", "because", "effective",
        "once", "every", "while", "graduated", "volume", "rate", "amount", "accelerate", "at", "hold", "above", "plus",
        "of", "take", "protect", "extend", "conflict", "given", "expect", "house", "and", "or", "not", "is", "known", "missing",
        "one", "if", "on", "per", "until", "from", "to", "in",
    ];
}
