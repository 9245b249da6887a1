using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Text;

/// <summary>Where the lines of a text begin. A line ends with LF, CR or CRLF.</summary>
internal sealed class LineMap
{
    private readonly List<int> starts = [0];

    public LineMap(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                starts.Add(i + 1);
        }
    }

    /// <summary>The offset of a line and column; what lies beyond the end of a line or of the text is that end.</summary>
    public int Offset(string text, int line, int column)
    {
        if (line < 1)
            return 0;
        if (line > starts.Count)
            return text.Length;
        var start = starts[line - 1];
        var end = line < starts.Count ? starts[line] : text.Length;
        while (end > start && text[end - 1] is '\n' or '\r')
            end--;
        return column < 1 ? start : Math.Min(end, start + Math.Min(column - 1, text.Length));
    }

    public TextRange Range(int offset, int length)
    {
        var (startLine, startColumn) = Find(offset);
        var (endLine, endColumn) = Find(offset + length);
        return new TextRange(offset, length, startLine, startColumn, endLine, endColumn);
    }

    private (int Line, int Column) Find(int offset)
    {
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - starts[line] + 1);
    }
}
