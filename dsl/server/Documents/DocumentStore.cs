using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.LanguageServer.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace CrmAddon.Rules.LanguageServer.Documents;

/// <summary>The documents that the client has open, each in its newest version.</summary>
internal sealed class DocumentStore
{
    private readonly ConcurrentDictionary<string, OpenDocument> open = new();

    public OpenDocument Open(TextDocumentItem item) =>
        open[item.Uri] = new OpenDocument(item.Uri, item.Version, new RulesDocument(item.Text, Vocabulary.Standard));

    public OpenDocument Change(DidChangeParams change)
    {
        var document = Get(change.TextDocument.Uri);
        return open[document.Uri] = document.With(change.TextDocument.Version, change.ContentChanges);
    }

    public bool Close(string uri) => open.TryRemove(uri, out _);

    public bool TryGet(string uri, [NotNullWhen(true)] out OpenDocument? document) => open.TryGetValue(uri, out document);

    /// <summary>The document; a client that asks about one that it has not opened gets an error.</summary>
    public OpenDocument Get(string uri) => TryGet(uri, out var document)
        ? document
        : throw new LocalRpcException($"The document {uri} is not open.") { ErrorCode = (int)JsonRpcErrorCode.InvalidParams };
}
