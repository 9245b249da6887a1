using System;
using System.Text;

namespace CrmAddon.Rules;

/// <summary>Draws a finding under the source line that it is about.</summary>
internal static class DiagnosticDrawing
{
    private const int WidestLine = 160;

    public static string Draw(Diagnostic diagnostic, string text, string fileName)
    {
        var drawing = new StringBuilder(diagnostic.ToString(fileName)).Append('\n');
        var start = Math.Min(diagnostic.Range.Offset, text.Length);
        var lineStart = start - (diagnostic.Range.StartColumn - 1);
        if (lineStart >= 0 && lineStart <= text.Length)
            DrawLine(drawing, diagnostic.Range, text, lineStart);
        if (diagnostic.Given is { } given)
            drawing.Append("  ").Append(given).Append('\n');
        if (diagnostic.Hint is { } hint)
            drawing.Append("  hint: ").Append(hint).Append('\n');
        return drawing.ToString();
    }

    private static void DrawLine(StringBuilder drawing, TextRange range, string text, int lineStart)
    {
        var lineEnd = text.IndexOfAny(['\r', '\n'], lineStart);
        if (lineEnd < 0)
            lineEnd = text.Length;
        if (lineEnd == lineStart)
            return;
        var first = range.StartColumn - 1;
        var last = range.EndLine == range.StartLine ? range.EndColumn - 1 : lineEnd - lineStart;
        // A line of a megabyte is cut around the place that matters, and never between the halves of a character.
        var cut = first > WidestLine / 2 && lineEnd - lineStart > WidestLine ? first - (WidestLine / 2) : 0;
        if (IsWithinPair(text, lineStart + cut))
            cut--;
        var end = Math.Min(lineEnd, lineStart + cut + WidestLine);
        if (end < lineEnd && IsWithinPair(text, end))
            end--;
        var before = Visible(text, lineStart + cut, lineStart + first);
        var marked = Visible(text, lineStart + first, Math.Min(end, Math.Max(lineStart + last, lineStart + first)));
        drawing.Append("    ").Append(before).Append(marked).Append(Visible(text, Math.Min(end, lineStart + Math.Max(first, last)), end)).Append('\n');
        drawing.Append(' ', 4 + Text.DisplayWidth.Of(before)).Append('^', Math.Max(1, Text.DisplayWidth.Of(marked))).Append('\n');
    }

    private static bool IsWithinPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]);

    // Tabs and characters that reorder or hide text would move the marker, or show another program than the one that is checked.
    private static string Visible(string text, int start, int end)
    {
        var line = new StringBuilder(Math.Max(0, end - start));
        for (var i = start; i < end; i++)
        {
            var isHidden = Text.SuspiciousCharacters.IsHidden(text[i]) || Text.Surrogates.IsBroken(text, i);
            line.Append(isHidden ? '\uFFFD' : text[i] < ' ' ? ' ' : text[i]);
        }
        return line.ToString();
    }
}
