namespace CrmAddon.Rules.LanguageServer.Protocol;

/// <summary>A place in a document: line and UTF-16 code unit in it, both from 0.</summary>
internal sealed record Position(int Line, int Character);

/// <summary>A piece of a document; the end is not part of it.</summary>
internal sealed record Range(Position Start, Position End)
{
    /// <summary>The same piece in the protocol's counting.</summary>
    public static Range Of(TextRange range) =>
        new(new Position(range.StartLine - 1, range.StartColumn - 1), new Position(range.EndLine - 1, range.EndColumn - 1));
}

/// <summary>A piece of a named document.</summary>
internal sealed record Location(string Uri, Range Range);

/// <summary>A piece of a document and what takes its place.</summary>
internal sealed record ProtocolEdit(Range Range, string NewText);

/// <summary>A text in Markdown.</summary>
internal sealed record MarkupContent(string Kind, string Value)
{
    public static MarkupContent Markdown(string text) => new("markdown", text);
}
