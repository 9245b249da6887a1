using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;

namespace CrmAddon.Rules.Text;

/// <summary>Cuts a program text into tokens, in one pass. Whatever is wrong is reported and stepped over.</summary>
internal sealed class Lexer
{
    private const string Symbols = "(),.:+-*/<>=";

    /// <summary>Characters of a word, and of a text in quotation marks: a name, a value or a reason, not a document.</summary>
    private const int Longest = 1000;

    private readonly string text;
    private readonly LineMap lines;
    private readonly DiagnosticBag bag;
    private readonly List<Token> tokens = [];
    private int position;
    private bool startsLine = true;
    private bool afterStray;

    private Lexer(string text, DiagnosticBag bag)
    {
        this.text = text;
        this.bag = bag;
        lines = new LineMap(text);
    }

    public static IReadOnlyList<Token> Read(string text, DiagnosticBag bag)
    {
        var lexer = new Lexer(text, bag);
        lexer.ReadAll();
        return lexer.tokens;
    }

    private void ReadAll()
    {
        while (position < text.Length)
        {
            var c = text[position];
            if (c is '\n' or '\r')
                startsLine = true;
            if (c is ' ' or '\t' or '\n' or '\r')
                position++;
            else if (SuspiciousCharacters.IsHidden(c))
                ReadHidden();
            else if (c == '#')
                ReadComment();
            else if (c == '"' || Quotes.IsCurly(c))
                ReadText();
            else if (IsDigit(c))
                ReadNumber();
            else if (char.IsLetter(c) || c == '_')
                ReadWord();
            else if (Symbols.IndexOf(c) >= 0)
                ReadSymbol();
            else
                ReadStray();
        }
        Add(TokenKind.End, "", text.Length);
    }

    private void ReadComment()
    {
        while (position < text.Length && text[position] is not ('\n' or '\r'))
        {
            if (SuspiciousCharacters.IsHidden(text[position]))
                ReadHidden();
            else
                position++;
        }
    }

    private void ReadHidden()
    {
        var start = position;
        var turns = SuspiciousCharacters.IsDirectionControl(text[start]);
        while (position < text.Length && SuspiciousCharacters.IsHidden(text[position])
            && SuspiciousCharacters.IsDirectionControl(text[position]) == turns)
            position++;
        var range = lines.Range(start, position - start);
        // Editors of some systems begin a file with a byte order mark.
        if (start == 0 && position == 1 && text[0] == '\uFEFF')
            return;
        bag.Add(turns ? Problems.DirectionControl(range, text[start]) : Problems.InvisibleCharacter(range, text[start]));
    }

    private void ReadText()
    {
        var start = position;
        var curly = Quotes.IsCurly(text[position]);
        var end = start + 1;
        while (end < text.Length && text[end] is not ('\n' or '\r') && !(curly ? Quotes.IsCurly(text[end]) : text[end] == '"'))
            end++;
        var closed = end < text.Length && text[end] is not ('\n' or '\r');
        position = start + 1;
        var content = text.Substring(position, end - position);
        ReportHiddenUntil(end);
        position = closed ? end + 1 : end;
        if (curly)
            bag.Add(Problems.CurlyQuotes(lines.Range(start, position - start)));
        else if (!closed)
            bag.Add(Problems.UnclosedText(lines.Range(start, position - start)));
        foreach (var word in content.Split(' '))
        {
            if (LookAlikes.IsMixed(word))
                bag.Add(Problems.LookAlike(lines.Range(start, position - start), word));
        }
        Add(TokenKind.Text, content, start);
    }

    private void ReportHiddenUntil(int end)
    {
        while (position < end)
        {
            if (SuspiciousCharacters.IsHidden(text[position]))
                ReadHidden();
            else if (Surrogates.IsBroken(text, position))
                bag.Add(Problems.StrayCharacter(lines.Range(position, 1), text.Substring(position++, 1)));
            else
                position++;
        }
    }

    // A character that can't be seen does not end a word: it is reported, and the word is read without it.
    private void ReadWord()
    {
        var start = position;
        var hidden = false;
        while (position < text.Length)
        {
            if (IsOfWord(text[position]))
            {
                position++;
            }
            else if (SuspiciousCharacters.IsHidden(text[position]) && IsWordAfterHidden())
            {
                hidden = true;
                ReadHidden();
            }
            else
            {
                break;
            }
        }
        var word = text.Substring(start, position - start);
        if (hidden)
            word = string.Concat(word.Where(c => !SuspiciousCharacters.IsHidden(c)));
        if (LookAlikes.IsMixed(word) || LookAlikes.IsTwin(word))
            bag.Add(Problems.LookAlike(lines.Range(start, position - start), word));
        Add(TokenKind.Word, word, start);
    }

    private bool IsWordAfterHidden()
    {
        var next = position;
        while (next < text.Length && SuspiciousCharacters.IsHidden(text[next]))
            next++;
        return next < text.Length && IsOfWord(text[next]);
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    private void ReadNumber()
    {
        var number = NumberReader.Read(text, position);
        var start = position;
        position = number.End;
        var range = lines.Range(start, position - start);
        if (number.Problem is { } problem)
            bag.Add(problem(range, text.Substring(start, Math.Min(position - start, 80))));
        Add(number.Kind, text.Substring(start, position - start), start, number.Value, number.Day);
    }

    private void ReadSymbol()
    {
        var start = position++;
        if (text[start] is '<' or '>' && position < text.Length && text[position] == '=')
            position++;
        Add(TokenKind.Symbol, text.Substring(start, position - start), start);
    }

    private void ReadStray()
    {
        var start = position;
        position++;
        while (position < text.Length && IsStray(text[position]))
            position++;
        bag.Add(Problems.StrayCharacter(lines.Range(start, position - start), text.Substring(start, position - start)));
        afterStray = true;
    }

    private static bool IsStray(char c) =>
        c is not (' ' or '\t' or '\n' or '\r' or '#' or '"' or '_') && !IsDigit(c) && !char.IsLetter(c)
        && Symbols.IndexOf(c) < 0 && !SuspiciousCharacters.IsHidden(c) && !Quotes.IsCurly(c);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private void Add(TokenKind kind, string content, int start, decimal number = 0, DateTime day = default)
    {
        if (kind is TokenKind.Text or TokenKind.Word && content.Length > Longest)
        {
            bag.Add(Problems.WordTooLong(lines.Range(start, position - start), Longest));
            // Whatever else is said of it is said of its beginning, so that no message is as long as the text.
            content = content.Substring(0, char.IsHighSurrogate(content[Longest - 1]) ? Longest - 1 : Longest);
        }
        tokens.Add(new Token(kind, content, lines.Range(start, position - start), startsLine) { Number = number, Day = day, IsAfterStray = afterStray });
        startsLine = afterStray = false;
    }
}
