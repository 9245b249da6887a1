using System.Globalization;
using System.Text;
using CrmAddon.Rules.Diagnostics;

namespace CrmAddon.Rules;

/// <summary>Whether a finding of the checker stops the program from being published.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The program can be published; a person should know this first.</summary>
    Warning,

    /// <summary>The program can't be published.</summary>
    Error,
}

/// <summary>Something the checker found in a program text.</summary>
public sealed class Diagnostic
{
    internal Diagnostic(string code, DiagnosticSeverity severity, TextRange range, string message, Hint? hint, string? given = null)
    {
        Code = code;
        Severity = severity;
        Range = range;
        Message = message;
        Hint = hint?.Text;
        Replacement = hint?.Replacement;
        Given = given;
    }

    /// <summary>The stable code, such as RUL0401; the language reference has a line for each.</summary>
    public string Code { get; }

    /// <summary>Whether it stops publishing.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>The piece of text that it is about.</summary>
    public TextRange Range { get; }

    /// <summary>What is wrong, in words of the program.</summary>
    public string Message { get; }

    /// <summary>What to do, where there is something to say.</summary>
    public string? Hint { get; }

    /// <summary>The text that was probably meant in place of <see cref="Range"/>; null where the hint is no such proposal.</summary>
    public string? Replacement { get; }

    /// <summary>A case that shows it, in the words of an example: what follows its name, up to what is expected.</summary>
    public string? Given { get; }

    /// <summary>The finding, the source line with a marker under the piece, and the hint.</summary>
    public string Render(string sourceText, string fileName) => DiagnosticDrawing.Draw(this, sourceText, fileName);

    /// <summary>The finding on one line, <c>file:line:column: error CODE: message</c>.</summary>
    public string ToString(string fileName) =>
        new StringBuilder(fileName)
            .Append(':').Append(Range.StartLine.ToString(CultureInfo.InvariantCulture))
            .Append(':').Append(Range.StartColumn.ToString(CultureInfo.InvariantCulture))
            .Append(Severity == DiagnosticSeverity.Error ? ": error " : ": warning ")
            .Append(Code).Append(": ").Append(Message).ToString();

    /// <inheritdoc cref="ToString(string)"/>
    public override string ToString() => ToString("program");
}
