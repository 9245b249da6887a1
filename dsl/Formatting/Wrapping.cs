using System.Collections.Generic;

namespace CrmAddon.Rules.Formatting;

/// <summary>
/// Writes the pieces of one line of the outline. What is too long is broken where it is joined most loosely: before every or, then
/// before every and, outer ones before inner ones, each level indented under the one before. Facts are broken before the
/// partners, and like lists where a line is full. A comment ends its line wherever it stands.
/// </summary>
internal sealed class Wrapping
{
    private const int Hang = 2;

    // Of how loosely pieces are joined: the lower, the looser.
    private const int First = -1;
    private const int Never = int.MaxValue;

    private readonly Page page;
    private readonly CommentWriting comments;
    private readonly IReadOnlyList<Piece> pieces;
    private readonly int start;
    private readonly int[] ends;
    private readonly int[] commentsUntil;
    private readonly int[] joints;

    public Wrapping(Page page, CommentWriting comments, IReadOnlyList<Piece> pieces, int start, int end, ICollection<int> breaksFirst)
    {
        (this.page, this.comments, this.pieces, this.start) = (page, comments, pieces, start);
        ends = new int[end - start];
        commentsUntil = new int[end - start];
        joints = new int[end - start];
        var depth = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var piece = pieces[start + i];
            ends[i] = (i == 0 ? 0 : ends[i - 1] + (piece.IsTight ? 0 : 1)) + piece.Text.Length;
            commentsUntil[i] = i == 0 ? 0 : commentsUntil[i - 1] + piece.Before.Comments.Count;
            joints[i] = breaksFirst.Contains(piece.Token) ? First
                : piece.Text == "or" ? 2 * depth
                : piece.Text == "and" ? (2 * depth) + 1
                : Never;
            depth += piece.Text == "(" ? 1 : piece.Text == ")" ? -1 : 0;
        }
    }

    /// <summary>Writes all pieces behind the first one, with which the line has begun.</summary>
    public void Write(OutlineLine line)
    {
        if (line.IsFacts)
            Fill(1, ends.Length, line.Indent + Hang);
        else
            Write(1, ends.Length, line.Indent + Hang);
    }

    private void Write(int from, int to, int hang)
    {
        var loosest = Fits(from, to) ? Never : Loosest(from, to);
        if (loosest == Never)
        {
            Fill(from, to, hang);
            return;
        }
        var begun = from;
        for (var i = from; i < to; i++)
        {
            if (joints[i] != loosest)
                continue;
            Write(begun, i, hang + Hang);
            comments.GoOn(start + i, hang);
            begun = i + 1;
        }
        Write(begun, to, hang + Hang);
    }

    private void Fill(int from, int to, int hang)
    {
        var fits = Fits(from, to);
        for (var i = from; i < to; i++)
        {
            var begins = !fits && (joints[i] == First || (BeginsChunk(i) && !Fits(i, EndOfChunk(i, to))));
            if (begins || pieces[start + i].Before.Comments.Count > 0)
                comments.GoOn(start + i, hang);
            else
                page.Write((pieces[start + i].IsTight ? "" : " ") + pieces[start + i].Text);
        }
    }

    private int Loosest(int from, int to)
    {
        var loosest = Never;
        for (var i = from; i < to; i++)
            loosest = joints[i] < loosest ? joints[i] : loosest;
        return loosest;
    }

    private bool BeginsChunk(int index) => joints[index] != Never || pieces[start + index - 1].Text == ",";

    private int EndOfChunk(int index, int to)
    {
        var end = index + 1;
        while (end < to && !BeginsChunk(end))
            end++;
        return end;
    }

    // Whether the pieces fit on what is left of the line; nothing fits where a comment ends the line.
    private bool Fits(int from, int to) =>
        from >= to
        || (commentsUntil[to - 1] == commentsUntil[from - 1] && page.Column + ends[to - 1] - ends[from - 1] <= Page.Width);
}
