using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Formatting;

/// <summary>Begins lines, with the comments and the empty line before them.</summary>
internal sealed class CommentWriting(Page page, IReadOnlyList<Piece> pieces)
{
    /// <summary>Begins the line of a piece.</summary>
    public void BeginLine(int index, int indent, Blanks blanks)
    {
        var comments = WriteThoseBefore(index, indent, blanks);
        var blankLine = pieces[index].Before.BlankLineAtEnd || (blanks == Blanks.Put && !comments);
        page.Begin(indent, blankLine && blanks != Blanks.Drop);
        page.Write(pieces[index].Text);
    }

    /// <summary>The comments behind the last line, and those at the end of the text.</summary>
    public void End() => WriteThoseBefore(pieces.Count - 1, 0, Blanks.Keep);

    // Gives whether any of the comments stands on its own line as part of what follows.
    private bool WriteThoseBefore(int index, int indent, Blanks blanks)
    {
        var gap = pieces[index].Before;
        var behind = gap.Comments.Count > 0 && gap.Comments[0].EndsLine ? 1 : 0;
        if (behind == 1)
            page.CommentBehind(gap.Comments[0]);
        var own = gap.Comments.Skip(behind).ToArray();
        var belonging = page.IsEmpty || indent >= page.Indent ? 0 : BelongingToWhatIsBefore(own, pieces[index - 1].LineIndent);
        var indentBefore = page.IsEmpty ? 0 : page.Indent;
        for (var i = 0; i < belonging; i++)
            page.Comment(own[i].Text, indentBefore, false);
        // The empty line that is put stands before the comments of what follows, unless one stands among or behind them.
        var lacks = blanks == Blanks.Put && !gap.BlankLineAtEnd && !own.Any(comment => comment.AfterBlankLine);
        for (var i = belonging; i < own.Length; i++)
            page.Comment(own[i].Text, indent, (own[i].AfterBlankLine && blanks != Blanks.Drop) || (lacks && i == belonging));
        return own.Length > belonging;
    }

    // Those that are indented like what stands before them, without an empty line between.
    private static int BelongingToWhatIsBefore(Comment[] comments, int indentBefore)
    {
        var count = 0;
        while (count < comments.Length && !comments[count].AfterBlankLine
            && comments[count].Blanks > 0 && comments[count].Blanks >= indentBefore)
            count++;
        return count;
    }
}
