using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Formatting;

/// <summary>Begins lines, with the comments and the empty line before them.</summary>
internal sealed class CommentWriting(Page page, IReadOnlyList<Piece> pieces)
{
    // Of the line of the outline that is being written: its blanks on the page, and in the text as it was.
    private int indentNow;
    private int indentBefore;

    /// <summary>Begins a line of the outline.</summary>
    public void BeginLine(int index, int indent, Blanks blanks)
    {
        var comments = pieces[index].Before.Comments.Count > 0 && WriteThoseBefore(pieces[index].Before, indent, blanks);
        var blankLine = pieces[index].Before.BlankLineAtEnd || (blanks == Blanks.Put && !comments);
        page.Begin(indent, blankLine && blanks != Blanks.Drop);
        page.Write(pieces[index].Text);
        indentNow = indent;
        indentBefore = pieces[index].LineIndent;
    }

    /// <summary>Goes on with a line of the outline on another one.</summary>
    public void GoOn(int index, int indent)
    {
        var gap = pieces[index].Before;
        foreach (var comment in gap.Comments.Skip(WriteBehind(gap)))
            page.Comment(comment.Text, indent, false);
        page.Begin(indent, false);
        page.Write(pieces[index].Text);
    }

    /// <summary>The comments behind the last line, and those at the end of the text.</summary>
    public void End() => WriteThoseBefore(pieces[pieces.Count - 1].Before with { BlankLineAtEnd = false }, 0, Blanks.Put);

    // Gives whether any of the comments stands on its own line as part of what follows.
    private bool WriteThoseBefore(Gap gap, int indent, Blanks blanks)
    {
        var own = gap.Comments.Skip(WriteBehind(gap)).ToArray();
        var belonging = indent >= indentNow ? 0 : BelongingToWhatIsBefore(own);
        for (var i = 0; i < belonging; i++)
            page.Comment(own[i].Text, indentNow, false);
        // The empty line that is put stands before the comments of what follows, unless one stands among or behind them.
        var lacks = blanks == Blanks.Put && !gap.BlankLineAtEnd && !own.Any(comment => comment.AfterBlankLine);
        for (var i = belonging; i < own.Length; i++)
            page.Comment(own[i].Text, indent, (own[i].AfterBlankLine && blanks != Blanks.Drop) || (lacks && i == belonging));
        return own.Length > belonging;
    }

    // Gives how many comments stand behind the line before: none or one.
    private int WriteBehind(Gap gap)
    {
        if (gap.Comments.Count == 0 || !gap.Comments[0].EndsLine)
            return 0;
        page.CommentBehind(gap.Comments[0]);
        return 1;
    }

    // Those that are indented like what stands before them, without an empty line between.
    private int BelongingToWhatIsBefore(Comment[] comments)
    {
        var count = 0;
        while (count < comments.Length && !comments[count].AfterBlankLine
            && comments[count].Blanks > 0 && comments[count].Blanks >= indentBefore)
            count++;
        return count;
    }
}
