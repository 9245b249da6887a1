using System;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Formatting;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules;

/// <summary>
/// Puts a program text into the language's one layout. Rules and clauses stay in the order in which they are written, every comment
/// stays where it belongs, and the program means what it meant. Formatting twice changes nothing more.
/// </summary>
public static class RuleFormatter
{
    /// <summary>Formats a text. A text that can't be read is given back as it is, with what is wrong; no text throws.</summary>
    /// <remarks>Lines end with LF; with CRLF where all lines of the text do.</remarks>
    public static FormatResult Format(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        var bag = new DiagnosticBag();
        if (text.Length > Limits.Text)
            return TooLong(text, bag);
        var tokens = Lexer.Read(text, bag);
        var syntax = ProgramParser.Read(tokens, bag);
        if (bag.HasErrors)
            return new FormatResult(text, false, bag.InOrder());
        var formatted = Layout.Of(text, tokens, syntax);
        return formatted.Length > Limits.Text
            ? TooLong(text, bag)
            : new FormatResult(formatted, !string.Equals(formatted, text, StringComparison.Ordinal), []);
    }

    private static FormatResult TooLong(string text, DiagnosticBag bag)
    {
        bag.Add(Problems.TextTooLong(new TextRange(0, 0, 1, 1, 1, 1), Limits.Text));
        return new FormatResult(text, false, bag.InOrder());
    }
}
