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
        // A line of a megabyte is cut around the place that matters.
        var cut = first > WidestLine / 2 && lineEnd - lineStart > WidestLine ? first - (WidestLine / 2) : 0;
        var shown = Math.Min(WidestLine, lineEnd - lineStart - cut);
        drawing.Append("    ").Append(Visible(text, lineStart + cut, Math.Max(0, shown))).Append('\n');
        drawing.Append(' ', 4 + first - cut);
        var last = range.EndLine == range.StartLine ? range.EndColumn - 1 : lineEnd - lineStart;
        drawing.Append('^', Math.Max(1, Math.Min(last - first, Math.Max(1, shown - (first - cut))))).Append('\n');
    }

    // Tabs and characters that reorder or hide text would move the marker, or show another program than the one that is checked.
    private static string Visible(string text, int start, int length)
    {
        var line = new StringBuilder(length);
        for (var i = start; i < start + length; i++)
            line.Append(text[i] < ' ' ? ' ' : Text.SuspiciousCharacters.IsHidden(text[i]) ? '\uFFFD' : text[i]);
        return line.ToString();
    }
}
