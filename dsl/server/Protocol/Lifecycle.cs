using System.Collections.Generic;

namespace CrmAddon.Rules.LanguageServer.Protocol;

/// <summary>What the client says first. What the server does not use of it is not read.</summary>
internal sealed record InitializeParams(int? ProcessId = null, InitializationOptions? InitializationOptions = null);

/// <summary>What a client may set for this server.</summary>
/// <param name="Reference">Where the language reference can be read; each finding links to the section of its code there.</param>
internal sealed record InitializationOptions(string? Reference = null);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

/// <summary>Exactly what the server does.</summary>
internal sealed record ServerCapabilities
{
    public string PositionEncoding { get; } = "utf-16";

    public TextDocumentSyncOptions TextDocumentSync { get; } = new(OpenClose: true, Change: 2);

    public CompletionOptions CompletionProvider { get; } = new([".", "\"", " "], false);

    public bool HoverProvider { get; } = true;

    public bool DefinitionProvider { get; } = true;

    public bool ReferencesProvider { get; } = true;

    public bool DocumentSymbolProvider { get; } = true;

    public bool FoldingRangeProvider { get; } = true;

    public bool DocumentFormattingProvider { get; } = true;

    public RenameOptions RenameProvider { get; } = new(true);

    public CodeActionOptions CodeActionProvider { get; } = new(["quickfix"]);

    public SemanticTokensOptions SemanticTokensProvider { get; } = new(SemanticTokensLegend.All, true);
}

internal sealed record TextDocumentSyncOptions(bool OpenClose, int Change);

internal sealed record CompletionOptions(IReadOnlyList<string> TriggerCharacters, bool ResolveProvider);

internal sealed record RenameOptions(bool PrepareProvider);

internal sealed record CodeActionOptions(IReadOnlyList<string> CodeActionKinds);

internal sealed record SemanticTokensOptions(SemanticTokensLegend Legend, bool Full);

/// <summary>The names of the kinds of token; numbers in the data are places in these lists.</summary>
internal sealed record SemanticTokensLegend(IReadOnlyList<string> TokenTypes, IReadOnlyList<string> TokenModifiers)
{
    /// <summary>In the order of <see cref="Editing.SemanticKind"/>.</summary>
    public static SemanticTokensLegend All { get; } = new(
        ["keyword", "string", "number", "property", "type", "function", "variable", "enumMember"], ["definition"]);
}
