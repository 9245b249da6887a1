using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CrmAddon.Rules.Formatting;

/// <summary>The lines that are written, and the comments behind them.</summary>
internal sealed class Page
{
    /// <summary>Characters that a line should not exceed.</summary>
    public const int Width = 100;

    private const int FewestBlanks = 2;
    private const int MostBlanks = 40;

    private readonly List<Line> lines = [];

    /// <summary>Characters on the line that is being written.</summary>
    public int Column => lines[lines.Count - 1].Words.Length;

    public void Begin(int indent, bool afterBlankLine)
    {
        if (afterBlankLine && lines.Count > 0)
            lines.Add(new Line(0));
        lines.Add(new Line(indent));
    }

    public void Write(string words) => lines[lines.Count - 1].Words.Append(words);

    /// <summary>A comment on a line of its own.</summary>
    public void Comment(string comment, int indent, bool afterBlankLine)
    {
        Begin(indent, afterBlankLine);
        Write(comment);
    }

    /// <summary>A comment behind the line that is being written.</summary>
    public void CommentBehind(Comment comment)
    {
        lines[lines.Count - 1].Comment = comment.Text;
        lines[lines.Count - 1].Blanks = Math.Max(FewestBlanks, Math.Min(MostBlanks, comment.Blanks));
    }

    public string ToString(string lineEnd)
    {
        AlignComments();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            text.Append(line.Words);
            if (line.Comment is not null)
                text.Append(' ', line.Blanks).Append(line.Comment);
            text.Append(lineEnd);
        }
        return text.ToString();
    }

    // Comments behind lines that follow each other and begin alike stand below each other, as far right as the furthest one was put.
    private void AlignComments()
    {
        var from = 0;
        while (from < lines.Count)
        {
            var to = from;
            while (to < lines.Count && lines[to].Comment is not null && lines[to].Indent == lines[from].Indent)
                to++;
            var together = lines.GetRange(from, to - from).Where(line => line.Words.Length <= Width).ToArray();
            var column = together.Select(line => line.Words.Length + line.Blanks).DefaultIfEmpty().Max();
            foreach (var line in together)
                line.Blanks = column - line.Words.Length;
            from = Math.Max(to, from + 1);
        }
    }

    private sealed class Line(int indent)
    {
        public int Indent { get; } = indent;

        public StringBuilder Words { get; } = new(new string(' ', indent));

        public string? Comment { get; set; }

        public int Blanks { get; set; }
    }
}
