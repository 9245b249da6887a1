using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Diagnostics;

/// <summary>Collects what the checker finds.</summary>
internal sealed class DiagnosticBag
{
    // A page of errors is read; a thousand are not, and a megabyte of garbage must not become a gigabyte of messages.
    private const int Most = 100;

    // The codes of what is wrong with characters, words and numbers.
    private const string Characters = "RUL00";

    private readonly List<Diagnostic> found = [];
    private readonly HashSet<(string Code, int Offset, string Message)> seen = [];

    public bool HasErrors { get; private set; }

    /// <summary>Whether nothing more would be shown.</summary>
    public bool IsFull => found.Count > Most;

    /// <summary>The known name that a misspelt one was meant to be. When nothing more can be shown, none is looked for.</summary>
    public string? Nearest(string name, IEnumerable<string> known) => found.Count > Most ? null : Text.Nearest.Of(name, known);

    public void Add(Diagnostic diagnostic)
    {
        if (IsAboutWrongCharacters(diagnostic))
            return;
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (found.Count < Most && seen.Add((diagnostic.Code, diagnostic.Range.Offset, diagnostic.Message)))
            found.Add(diagnostic);
        else if (found.Count == Most && !seen.Contains((diagnostic.Code, diagnostic.Range.Offset, diagnostic.Message)))
            found.Add(Problems.More(diagnostic.Range, HasErrors ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning));
    }

    // Where the characters themselves are wrong, whatever else is found about the same words says nothing new.
    private bool IsAboutWrongCharacters(Diagnostic diagnostic)
    {
        if (diagnostic.Code.StartsWith(Characters, StringComparison.Ordinal))
            return false;
        foreach (var known in found)
        {
            if (known.Code.StartsWith(Characters, StringComparison.Ordinal)
                && known.Range.Offset <= diagnostic.Range.Offset
                && diagnostic.Range.Offset < known.Range.Offset + known.Range.Length)
                return true;
        }
        return false;
    }

    public IReadOnlyList<Diagnostic> InOrder() =>
        found.OrderBy(diagnostic => diagnostic.Range.Offset)
            .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal).ToArray();
}
