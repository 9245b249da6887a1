using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Formatting;

/// <summary>A text that could be read, in the language's layout.</summary>
internal static class Layout
{
    private const char ByteOrderMark = '\uFEFF';

    public static string Of(string text, IReadOnlyList<Token> tokens, ProgramSyntax syntax)
    {
        var places = new TokenPlaces(text, tokens);
        var outline = new Outline(places, syntax);
        var pieces = Piece.All(text, places, syntax);
        var page = new Page();
        var comments = new CommentWriting(page, pieces);
        var lines = Lines(outline, pieces);
        var tables = Tables(lines, pieces);
        foreach (var (line, start, end) in lines)
        {
            comments.BeginLine(start, line.Indent, line.Blanks);
            if (tables.TryGetValue(line.Table, out var table) && table.RowFrom(start) is { } row)
                page.Write(row.Substring(pieces[start].Text.Length));
            else
                new Wrapping(page, comments, pieces, start, end, outline.BreaksFirst).Write(line);
        }
        comments.End();
        var mark = text[0] == ByteOrderMark ? ByteOrderMark.ToString() : "";
        return mark + page.ToString(LineEnds.Of(text));
    }

    // The lines of the outline, each with the pieces that stand on it.
    private static IReadOnlyList<(OutlineLine Line, int Start, int End)> Lines(Outline outline, IReadOnlyList<Piece> pieces)
    {
        var starts = new int[outline.Lines.Count + 1];
        var index = 0;
        for (var i = 0; i < outline.Lines.Count; i++)
        {
            while (pieces[index].Token < outline.Lines[i].Token)
                index++;
            starts[i] = index;
        }
        starts[outline.Lines.Count] = pieces.Count - 1;
        return [.. outline.Lines.Select((line, i) => (line, starts[i], starts[i + 1]))];
    }

    private static Dictionary<int, Table> Tables(
        IReadOnlyList<(OutlineLine Line, int Start, int End)> lines, IReadOnlyList<Piece> pieces)
    {
        var tables = new Dictionary<int, Table>();
        foreach (var (line, start, end) in lines.Where(one => one.Line.Table > 0))
        {
            if (!tables.TryGetValue(line.Table, out var table))
                tables[line.Table] = table = new Table();
            table.Add(pieces, start, end);
        }
        return tables;
    }
}
