using System.Threading.Tasks;
using CrmAddon.Rules.LanguageServer.Connection;
using CrmAddon.Rules.LanguageServer.Documents;
using CrmAddon.Rules.LanguageServer.Protocol;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Checking;

/// <summary>Tells the client what the checker found.</summary>
internal sealed class Publisher(JsonRpc rpc, Session session)
{
    public Task PublishAsync(OpenDocument document) => rpc.NotifyWithParameterObjectAsync(
        "textDocument/publishDiagnostics",
        new PublishDiagnosticsParams(document.Uri, document.Version, Findings.Of(document.Content.Check.Diagnostics, session.Reference)));

    /// <summary>Takes back what was said of a document.</summary>
    public Task ClearAsync(string uri) =>
        rpc.NotifyWithParameterObjectAsync("textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, null, []));
}
