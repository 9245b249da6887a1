using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Editing;

/// <summary>An edit that does what the hint of a finding proposes.</summary>
/// <param name="Title">What it does, in a few words.</param>
/// <param name="Finding">The finding that it answers.</param>
/// <param name="Edit">The edit.</param>
public sealed record QuickFix(string Title, Diagnostic Finding, TextEdit Edit);

internal static class QuickFixes
{
    public static IReadOnlyList<QuickFix> Of(IEnumerable<Diagnostic> findings, int offset, int length) =>
    [
        .. findings
            .Where(found => found.Replacement is not null
                && found.Range.Offset <= offset + length && offset <= found.Range.Offset + found.Range.Length)
            .Select(found => new QuickFix(
                "Write " + (found.Replacement![0] == '"' ? found.Replacement : "'" + found.Replacement + "'"),
                found,
                new TextEdit(found.Range, found.Replacement!))),
    ];
}
