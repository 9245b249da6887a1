using System.Collections.Generic;

namespace CrmAddon.Rules.LanguageServer.Protocol;

internal sealed record TextDocumentItem(string Uri, int Version, string Text);

internal sealed record TextDocumentIdentifier(string Uri);

internal sealed record VersionedTextDocumentIdentifier(string Uri, int Version);

internal sealed record DidOpenParams(TextDocumentItem TextDocument);

internal sealed record DidChangeParams(VersionedTextDocumentIdentifier TextDocument, IReadOnlyList<ContentChange> ContentChanges);

/// <summary>What took the place of a piece, or of the whole text where there is no piece.</summary>
internal sealed record ContentChange(string Text, Range? Range = null);

internal sealed record DidCloseParams(TextDocumentIdentifier TextDocument);

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, IReadOnlyList<ProtocolDiagnostic> Diagnostics);

/// <summary>A finding. Severity 1 is an error, 2 a warning.</summary>
internal sealed record ProtocolDiagnostic(
    Range Range, int Severity, string Code, CodeDescription? CodeDescription, string Source, string Message);

internal sealed record CodeDescription(string Href);
