using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Where the caret stands between the tokens, and what was typed of the word that it stands in.</summary>
internal sealed class Caret
{
    private Caret(DocumentReading reading, int before, int after, TextRange range, string typed, bool inQuotes)
    {
        Reading = reading;
        Before = before;
        After = after;
        Range = range;
        Typed = typed;
        InQuotes = inQuotes;
        RuleStart = reading.RuleStart(before - 1);
        RuleEnd = RuleStart < 0 ? before : Math.Max(after, reading.RuleEnd(Math.Max(RuleStart, after - 1)));
    }

    public DocumentReading Reading { get; }

    /// <summary>How many tokens stand before what is being typed.</summary>
    public int Before { get; }

    /// <summary>The first token after what is being typed.</summary>
    public int After { get; }

    /// <summary>What is being typed; empty between words.</summary>
    public TextRange Range { get; }

    public string Typed { get; }

    /// <summary>Whether a text in quotation marks is being typed.</summary>
    public bool InQuotes { get; }

    /// <summary>The first token of the rule that is being typed; -1 before the first rule.</summary>
    public int RuleStart { get; }

    public int RuleEnd { get; }

    /// <summary>Whether only blanks stand before what is being typed on its line.</summary>
    public bool StartsLine => Before == 0 || Reading.Tokens[Before - 1].Range.EndLine < Range.StartLine;

    /// <summary>The tokens of the rule that is being typed, without the word at the caret.</summary>
    public IEnumerable<Token> Rule =>
        Reading.Slice(Math.Max(0, RuleStart), Before).Concat(Reading.Slice(After, RuleEnd));

    /// <summary>The caret at an offset; null in a comment or a number, where there is nothing to propose.</summary>
    public static Caret? At(DocumentReading reading, int offset)
    {
        if (offset > reading.Text.Length || IsInComment(reading, offset))
            return null;
        var before = reading.TokensBefore(offset);
        var token = before > 0 ? reading.Tokens[before - 1] : null;
        var end = token is null ? 0 : token.Range.Offset + token.Range.Length;
        if (token?.Kind == TokenKind.Text && (offset < end || !IsClosed(reading.Text, token)))
            return InText(reading, before - 1, token, offset);
        if (token is null || offset > end)
            return new Caret(reading, before, before, reading.Lines.Range(offset, 0), "", false);
        return token.Kind switch
        {
            TokenKind.Word => InWord(reading, before - 1, offset),
            TokenKind.Symbol when token.Is(".") && before >= 2 && reading.Tokens[before - 2].Kind == TokenKind.Word =>
                InWord(reading, before - 2, offset),
            TokenKind.Symbol or TokenKind.Text => new Caret(reading, before, before, reading.Lines.Range(offset, 0), "", false),
            _ => null,
        };
    }

    // A field is one word to whoever types it.
    private static Caret InWord(DocumentReading reading, int token, int offset)
    {
        var (first, last) = reading.PathAt(token);
        var start = reading.Tokens[first].Range.Offset;
        var end = Math.Max(offset, reading.Tokens[last].Range.Offset + reading.Tokens[last].Range.Length);
        var after = last + 1;
        if (reading.Tokens[after].Is(".") && reading.Tokens[after].Range.Offset < offset)
            after++;
        return new Caret(
            reading, first, after, reading.Lines.Range(start, end - start), reading.Text.Substring(start, offset - start), false);
    }

    private static Caret InText(DocumentReading reading, int index, Token token, int offset)
    {
        var start = token.Range.Offset;
        // What follows an open quotation mark is not meant by it.
        var length = IsClosed(reading.Text, token) ? token.Range.Length : offset - start;
        return new Caret(
            reading, index, index + 1, reading.Lines.Range(start, length), reading.Text.Substring(start + 1, offset - start - 1), true);
    }

    private static bool IsClosed(string text, Token token) =>
        token.Range.Length >= 2 && token.Range.Length == token.Text.Length + 2 && text[token.Range.Offset + token.Range.Length - 1] == '"';

    private static bool IsInComment(DocumentReading reading, int offset)
    {
        var before = reading.TokensBefore(offset);
        var start = before == 0 ? 0 : reading.Tokens[before - 1].Range.Offset + reading.Tokens[before - 1].Range.Length;
        for (var i = offset - 1; i >= start && reading.Text[i] is not ('\n' or '\r'); i--)
        {
            if (reading.Text[i] == '#')
                return true;
        }
        return false;
    }
}
