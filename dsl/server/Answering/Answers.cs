using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Rules.LanguageServer.Connection;
using CrmAddon.Rules.LanguageServer.Documents;
using CrmAddon.Rules.LanguageServer.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>
/// Answers of the editor services in the protocol's terms. Each takes the document as it is when the question comes and answers beside
/// others.
/// </summary>
internal sealed class Answers(Session session, DocumentStore documents)
{
    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public Task<ProtocolCompletionList> CompleteAsync(CompletionParams asked, CancellationToken cancellationToken) =>
        AnswerAsync(asked.TextDocument, document => Completions.Of(document, asked), cancellationToken);

    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Task<ProtocolHover?> HoverAsync(PositionParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument,
        document => document.Content.Hover(document.OffsetOf(asked.Position)) is { } hover
            ? new ProtocolHover(MarkupContent.Markdown(hover.Markdown), Protocol.Range.Of(hover.Range))
            : null,
        cancellationToken);

    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public Task<Location[]> DefinitionAsync(PositionParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument,
        document => document.Content.Definitions(document.OffsetOf(asked.Position))
            .Select(range => new Location(document.Uri, Protocol.Range.Of(range))).ToArray(),
        cancellationToken);

    [JsonRpcMethod("textDocument/references", UseSingleObjectParameterDeserialization = true)]
    public Task<Location[]> ReferencesAsync(ReferenceParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument,
        document => document.Content.References(document.OffsetOf(asked.Position))
            .Where(use => !use.IsDefinition || asked.Context is not { IncludeDeclaration: false })
            .Select(use => new Location(document.Uri, Protocol.Range.Of(use.Range))).ToArray(),
        cancellationToken);

    [JsonRpcMethod("textDocument/prepareRename", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.Range?> PrepareRenameAsync(PositionParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument,
        document => document.Content.RenameRange(document.OffsetOf(asked.Position)) is { } range ? Protocol.Range.Of(range) : null,
        cancellationToken);

    [JsonRpcMethod("textDocument/rename", UseSingleObjectParameterDeserialization = true)]
    public Task<WorkspaceEdit> RenameAsync(RenameParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument,
        document => document.Content.Rename(document.OffsetOf(asked.Position), asked.NewName) is { Refusal: null } renamed
            ? Edits.Of(document, renamed.Edits)
            : throw new LocalRpcException(document.Content.Rename(document.OffsetOf(asked.Position), asked.NewName).Refusal!)
            {
                ErrorCode = (int)JsonRpcErrorCode.InvalidRequest,
            },
        cancellationToken);

    [JsonRpcMethod("textDocument/formatting", UseSingleObjectParameterDeserialization = true)]
    public Task<ProtocolEdit[]> FormatAsync(DocumentParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument, document => document.Content.Format().Select(Edits.Of).ToArray(), cancellationToken);

    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    public Task<ProtocolSymbol[]> SymbolsAsync(DocumentParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument, document => document.Content.Symbols().Select(Symbols.Of).ToArray(), cancellationToken);

    [JsonRpcMethod("textDocument/foldingRange", UseSingleObjectParameterDeserialization = true)]
    public Task<ProtocolFold[]> FoldsAsync(DocumentParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument,
        document => document.Content.Folds()
            .Select(fold => new ProtocolFold(fold.FirstLine - 1, fold.LastLine - 1, fold.IsComment ? "comment" : null)).ToArray(),
        cancellationToken);

    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public Task<ProtocolCodeAction[]> FixesAsync(CodeActionParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument, document => Fixes.Of(document, asked, session.Reference), cancellationToken);

    [JsonRpcMethod("textDocument/semanticTokens/full", UseSingleObjectParameterDeserialization = true)]
    public Task<SemanticTokens> ColoursAsync(DocumentParams asked, CancellationToken cancellationToken) => AnswerAsync(
        asked.TextDocument, document => Colours.Of(document.Content.Tokens()), cancellationToken);

    // What is asked is looked up before the first await: later changes of the text are not meant.
    private Task<T> AnswerAsync<T>(TextDocumentIdentifier asked, Func<OpenDocument, T> answer, CancellationToken cancellationToken)
    {
        session.ThrowIfNotOpen();
        var document = documents.Get(asked.Uri);
        return Task.Run(() => answer(document), cancellationToken);
    }
}
