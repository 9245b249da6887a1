using System.Collections.Generic;

namespace CrmAddon.Rules.LanguageServer.Protocol;

/// <summary>A question about a document.</summary>
internal sealed record DocumentParams(TextDocumentIdentifier TextDocument);

/// <summary>A question about a place.</summary>
internal sealed record PositionParams(TextDocumentIdentifier TextDocument, Position Position);

internal sealed record CompletionParams(TextDocumentIdentifier TextDocument, Position Position, CompletionContext? Context = null);

/// <summary>What made the client ask; trigger kind 2 is a character.</summary>
internal sealed record CompletionContext(int TriggerKind, string? TriggerCharacter = null);

internal sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position, ReferenceContext? Context = null);

internal sealed record ReferenceContext(bool IncludeDeclaration);

internal sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName);

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range, CodeActionContext? Context = null);

/// <summary>The kinds of action that the client wants; all where it names none.</summary>
internal sealed record CodeActionContext(IReadOnlyList<string>? Only = null);
