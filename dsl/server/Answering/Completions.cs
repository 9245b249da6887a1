using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.LanguageServer.Documents;
using CrmAddon.Rules.LanguageServer.Protocol;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>Proposals in the protocol's terms.</summary>
internal static class Completions
{
    private const int ByCharacter = 2;

    public static ProtocolCompletionList Of(OpenDocument document, CompletionParams asked)
    {
        IEnumerable<CompletionItem> items = document.Content.Complete(document.OffsetOf(asked.Position));
        // After a blank only what is chosen from is worth a list; words come when they are begun.
        if (asked.Context is { TriggerKind: ByCharacter, TriggerCharacter: " " })
            items = items.Where(item => item.Kind is not (CompletionKind.Keyword or CompletionKind.Snippet));
        return new ProtocolCompletionList(false, [.. items.Select((item, place) => Of(document, item, place))]);
    }

    private static ProtocolCompletionItem Of(OpenDocument document, CompletionItem item, int place)
    {
        // What was typed may begin before the proposal does, and clients compare from there.
        var typed = document.Content.Text.Substring(item.Range.Offset, item.Range.Length);
        return new ProtocolCompletionItem(
            item.Label,
            Kind(item.Kind),
            item.Detail,
            item.Documentation is { } meaning ? MarkupContent.Markdown(meaning) : null,
            place.ToString("D4", CultureInfo.InvariantCulture),
            string.IsNullOrWhiteSpace(typed) ? typed + item.Label : item.Label,
            item.IsSnippet ? 2 : 1,
            new ProtocolEdit(Protocol.Range.Of(item.Range), item.InsertText));
    }

    // CompletionItemKind of the protocol.
    private static int Kind(CompletionKind kind) => kind switch
    {
        CompletionKind.Snippet => 15,
        CompletionKind.Field => 5,
        CompletionKind.Figure => 3,
        CompletionKind.Choice => 20,
        CompletionKind.Role => 7,
        CompletionKind.Rule => 18,
        CompletionKind.Partner => 6,
        CompletionKind.Currency => 11,
        _ => 14,
    };
}
