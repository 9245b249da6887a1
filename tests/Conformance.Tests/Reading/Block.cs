using System;
using System.Collections.Generic;

namespace CrmAddon.Conformance.Reading;

/// <summary>A line of a case file with the lines that are indented below it, or an XML element of several lines.</summary>
/// <param name="file">The file's path below the corpus.</param>
/// <param name="line">The line's number, from 1.</param>
/// <param name="indent">How many blanks the line begins with.</param>
/// <param name="text">The line without the blanks around it; the whole text of an element.</param>
internal sealed class Block(string file, int line, int indent, string text)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Indent { get; } = indent;

    public string Text { get; } = text;

    public List<Block> Children { get; } = [];

    public bool IsXml => Text.StartsWith('<');

    /// <summary>The text up to the first blank, or up to a colon at its end.</summary>
    public string FirstWord
    {
        get
        {
            var end = Text.AsSpan().IndexOfAny(" :");
            return end < 0 ? Text : Text[..end];
        }
    }

    /// <summary>The same place with another text: what a step's line says once its placeholders are filled.</summary>
    public Block With(string text)
    {
        var block = new Block(File, Line, Indent, text);
        block.Children.AddRange(Children);
        return block;
    }

    public CaseException Error(string message, Exception? inner = null) => new(this, message, inner);
}
