using System.Linq;
using CrmAddon.Rules.LanguageServer.Checking;
using CrmAddon.Rules.LanguageServer.Documents;
using CrmAddon.Rules.LanguageServer.Protocol;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>Quick fixes in the protocol's terms.</summary>
internal static class Fixes
{
    private const string Kind = "quickfix";

    public static ProtocolCodeAction[] Of(OpenDocument document, CodeActionParams asked, string? reference)
    {
        if (asked.Context?.Only is { Count: > 0 } only && !only.Contains(Kind))
            return [];
        var start = document.OffsetOf(asked.Range.Start);
        return
        [
            .. document.Content.Fixes(start, document.OffsetOf(asked.Range.End) - start).Select(fix => new ProtocolCodeAction(
                fix.Title, Kind, [Findings.Of(fix.Finding, reference)], true, Edits.Of(document, [fix.Edit]))),
        ];
    }
}
