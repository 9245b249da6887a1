using System.Collections.Generic;

namespace CrmAddon.Rules.LanguageServer.Protocol;

internal sealed record ProtocolCompletionList(bool IsIncomplete, IReadOnlyList<ProtocolCompletionItem> Items);

/// <summary>A proposal. Insert text format 2 has places to fill in.</summary>
internal sealed record ProtocolCompletionItem(
    string Label, int Kind, string? Detail, MarkupContent? Documentation, string SortText, string FilterText, int InsertTextFormat,
    ProtocolEdit TextEdit);

internal sealed record ProtocolHover(MarkupContent Contents, Range Range);

internal sealed record ProtocolSymbol(string Name, string Detail, int Kind, Range Range, Range SelectionRange, IReadOnlyList<ProtocolSymbol> Children);

internal sealed record ProtocolFold(int StartLine, int EndLine, string? Kind);

internal sealed record WorkspaceEdit(IReadOnlyDictionary<string, IReadOnlyList<ProtocolEdit>> Changes);

internal sealed record ProtocolCodeAction(
    string Title, string Kind, IReadOnlyList<ProtocolDiagnostic> Diagnostics, bool IsPreferred, WorkspaceEdit Edit);

internal sealed record SemanticTokens(IReadOnlyList<int> Data);
