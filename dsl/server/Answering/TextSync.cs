using System;
using System.IO;
using System.Threading.Tasks;
using CrmAddon.Rules.LanguageServer.Checking;
using CrmAddon.Rules.LanguageServer.Connection;
using CrmAddon.Rules.LanguageServer.Documents;
using CrmAddon.Rules.LanguageServer.Protocol;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>What the client tells of its documents. These are notifications: what is wrong with one can only be logged.</summary>
internal sealed class TextSync(Session session, DocumentStore documents, CheckQueue queue, Publisher publisher, TextWriter log)
{
    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void DidOpen(DidOpenParams opened) => Logged(() => queue.Add(documents.Open(opened.TextDocument), atOnce: true));

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void DidChange(DidChangeParams changed) => Logged(() => queue.Add(documents.Change(changed), atOnce: false));

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public Task DidCloseAsync(DidCloseParams closed)
    {
        var uri = closed.TextDocument.Uri;
        queue.Remove(uri);
        return documents.Close(uri) ? publisher.ClearAsync(uri) : Task.CompletedTask;
    }

    private void Logged(Action told)
    {
        try
        {
            session.ThrowIfNotOpen();
            told();
        }
        catch (LocalRpcException refusal)
        {
            log.WriteLine(refusal.Message);
        }
    }
}
