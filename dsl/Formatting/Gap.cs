using System.Collections.Generic;

namespace CrmAddon.Rules.Formatting;

/// <summary>A comment from its # to the end of its line.</summary>
/// <param name="Text">The comment, without blanks at its end.</param>
/// <param name="EndsLine">Whether it stands behind words of the program, not on a line of its own.</param>
/// <param name="AfterBlankLine">Whether an empty line stands before it.</param>
/// <param name="Blanks">How many blanks stand before it on its line.</param>
internal sealed record Comment(string Text, bool EndsLine, bool AfterBlankLine, int Blanks);

/// <summary>What stands between two tokens and means nothing to the program.</summary>
internal sealed record Gap(IReadOnlyList<Comment> Comments, bool BlankLineAtEnd)
{
    public static Gap Empty { get; } = new([], false);

    /// <summary>Reads the text between two tokens. Whatever else is not allowed there has been refused.</summary>
    public static Gap Read(string text, int start, int end)
    {
        List<Comment>? comments = null;
        // What comes first in a text stands on a line of its own.
        var lineEnds = start == 0 ? 1 : 0;
        var lineStart = start;
        var position = start;
        while (position < end)
        {
            if (text[position] == '#')
            {
                var last = text.IndexOfAny(['\r', '\n'], position, end - position);
                last = last < 0 ? end : last;
                (comments ??= []).Add(new Comment(
                    text.Substring(position, last - position).TrimEnd(' ', '\t'), lineEnds == 0, lineEnds > 1, position - lineStart));
                lineEnds = 0;
                position = last;
                continue;
            }
            if (text[position] == '\n' || (text[position] == '\r' && (position + 1 >= end || text[position + 1] != '\n')))
            {
                lineEnds++;
                lineStart = position + 1;
            }
            position++;
        }
        return comments is null && lineEnds < 2 ? Empty : new Gap(comments ?? (IReadOnlyList<Comment>)[], lineEnds > 1);
    }
}
