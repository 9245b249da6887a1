using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Editing;

/// <summary>What can be folded: rules of several lines, and comments that follow each other on lines of their own.</summary>
internal static class Folding
{
    public static IReadOnlyList<Fold> Of(DocumentReading reading)
    {
        var rules = SymbolTree.Of(reading)
            .Where(rule => rule.Range.EndLine > rule.Range.StartLine)
            .Select(rule => new Fold(rule.Range.StartLine, rule.Range.EndLine, false));
        return [.. rules.Concat(Comments(reading.Text)).OrderBy(fold => fold.FirstLine)];
    }

    private static IEnumerable<Fold> Comments(string text)
    {
        var (line, first) = (0, 0);
        foreach (var content in Lines(text))
        {
            line++;
            var isComment = content.TrimStart().StartsWith("#", System.StringComparison.Ordinal);
            if (isComment && first == 0)
                first = line;
            if (!isComment && first > 0)
            {
                if (line - 1 > first)
                    yield return new Fold(first, line - 1, true);
                first = 0;
            }
        }
        if (first > 0 && line > first)
            yield return new Fold(first, line, true);
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOfAny(['\r', '\n'], start);
            if (end < 0)
                end = text.Length;
            yield return text.Substring(start, end - start);
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }
}
