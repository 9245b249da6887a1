using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.LanguageServer.Protocol;

namespace CrmAddon.Rules.LanguageServer.Checking;

/// <summary>Findings of the checker as the protocol writes them.</summary>
internal static class Findings
{
    /// <param name="found">The findings.</param>
    /// <param name="reference">Where the language reference can be read; null where the client did not say.</param>
    public static IReadOnlyList<ProtocolDiagnostic> Of(IEnumerable<Diagnostic> found, string? reference) =>
        [.. found.Select(one => Of(one, reference))];

    public static ProtocolDiagnostic Of(Diagnostic found, string? reference) => new(
        Protocol.Range.Of(found.Range),
        found.Severity == DiagnosticSeverity.Error ? 1 : 2,
        found.Code,
        reference is null ? null : new CodeDescription(reference + "#" + found.Code.ToLowerInvariant()),
        "rules",
        string.Join('\n', new[] { found.Message, found.Given, found.Hint is { } hint ? "hint: " + hint : null }.OfType<string>()));
}
