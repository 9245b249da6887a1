using System.Collections.Generic;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Publishing;

/// <summary>
/// The checker's findings for an editor: a JSON list of <c>{line, column, endLine, endColumn, severity, code, message, given, hint,
/// replacement}</c>; lines and columns count from 1, the end is the place after the last character, what is empty is left out.
/// </summary>
internal static class FindingList
{
    public static string Of(IReadOnlyCollection<Diagnostic> findings) => InvariantJson.Array(findings, (json, found) =>
    {
        json.Member("line", found.Range.StartLine);
        json.Member("column", found.Range.StartColumn);
        json.Member("endLine", found.Range.EndLine);
        json.Member("endColumn", found.Range.EndColumn);
        json.Member("severity", found.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        json.Member("code", found.Code);
        json.Member("message", found.Message);
        json.Member("given", found.Given);
        json.Member("hint", found.Hint);
        json.Member("replacement", found.Replacement);
    });
}
