using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Diagnostics;

/// <summary>Collects what the checker finds.</summary>
internal sealed class DiagnosticBag
{
    // A page of errors is read; a thousand are not, and a megabyte of garbage must not become a gigabyte of messages.
    private const int Most = 100;

    private readonly List<Diagnostic> found = [];
    private readonly HashSet<(string Code, int Offset, string Message)> seen = [];

    public bool HasErrors { get; private set; }

    /// <summary>The known name that a misspelt one was meant to be. When nothing more can be shown, none is looked for.</summary>
    public string? Nearest(string name, IEnumerable<string> known) => found.Count > Most ? null : Text.Nearest.Of(name, known);

    public void Add(Diagnostic diagnostic)
    {
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
        if (found.Count < Most && seen.Add((diagnostic.Code, diagnostic.Range.Offset, diagnostic.Message)))
            found.Add(diagnostic);
        else if (found.Count == Most && !seen.Contains((diagnostic.Code, diagnostic.Range.Offset, diagnostic.Message)))
            found.Add(Problems.More(diagnostic.Range));
    }

    public IReadOnlyList<Diagnostic> InOrder() =>
        found.OrderBy(diagnostic => diagnostic.Range.Offset)
            .ThenBy(diagnostic => diagnostic.Code, System.StringComparer.Ordinal).ToArray();
}
