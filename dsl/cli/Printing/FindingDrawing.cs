using System;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>Draws a finding of the checker under its line, in colours.</summary>
internal static class FindingDrawing
{
    /// <param name="screen">Where it is drawn.</param>
    /// <param name="found">What was found.</param>
    /// <param name="text">The text that was checked.</param>
    /// <param name="file">Its name for people.</param>
    /// <param name="linesBefore">How many lines of the text are not what the person gave.</param>
    public static void Finding(this Screen screen, Diagnostic found, string text, string file, int linesBefore = 0)
    {
        var lines = found.Render(text, file).TrimEnd('\n').Split('\n');
        if (linesBefore > 0)
            lines[0] = $"{file}:{found.Range.StartLine - linesBefore}" + lines[0][$"{file}:{found.Range.StartLine}".Length..];
        var ink = found.Severity == DiagnosticSeverity.Error ? Ink.Red : Ink.Yellow;
        var severity = found.Severity == DiagnosticSeverity.Error ? "error " : "warning ";
        var place = lines[0].IndexOf(": " + severity + found.Code, StringComparison.Ordinal) + 2;
        var code = place + severity.Length + found.Code.Length;
        screen.Piece(lines[0][..place], Ink.Strong);
        screen.Piece(lines[0][place..code], ink);
        screen.Line(lines[0][code..]);
        foreach (var line in lines.AsSpan(1))
            screen.Line(line, InkOf(line, ink));
        screen.Line();
    }

    private static Ink InkOf(string line, Ink severity) =>
        line.AsSpan().Trim([' ', '^']).IsEmpty ? severity
        : line.StartsWith("  hint: ", StringComparison.Ordinal) ? Ink.Cyan
        : Ink.Plain;
}
