using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>A text as the parser reads it, with what each token was taken for. Nothing is checked; no error is kept.</summary>
internal sealed class DocumentReading
{
    private DocumentReading(string text, CheckContext context, IReadOnlyList<Token> tokens, ParseLog log)
    {
        Text = text;
        Context = context;
        Tokens = tokens;
        Log = log;
        Lines = new LineMap(text);
        Stream = new TokenStream(tokens);
        Names = new NameIndex(this);
    }

    public string Text { get; }

    public LineMap Lines { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public ParseLog Log { get; }

    /// <summary>The tokens for looking around; nothing is parsed from it.</summary>
    public TokenStream Stream { get; }

    /// <summary>The header, the roles and the fields that the text defines, as the checker's first passes bind them.</summary>
    public CheckContext Context { get; }

    public Vocabulary Vocabulary => Context.Vocabulary;

    public NameIndex Names { get; }

    public IEnumerable<ClausedRule> ClausedRules => Context.Syntax.Rules.OfType<ClausedRule>();

    public static DocumentReading Of(string text, Vocabulary vocabulary)
    {
        // What is longer is refused by the checker, in words; an editor must still show it.
        var read = text.Length > Limits.Text ? "" : text;
        var bag = new DiagnosticBag();
        var tokens = Lexer.Read(read, bag);
        var log = new ParseLog(tokens.Count);
        var context = new CheckContext(read, ProgramParser.Read(tokens, bag, log), vocabulary, bag);
        HeaderPass.Run(context);
        FieldsPass.Run(context);
        RolesPass.Run(context);
        return new DocumentReading(text, context, tokens, log);
    }

    /// <summary>The tokens from one up to another, without that.</summary>
    public IReadOnlyList<Token> Slice(int start, int end)
    {
        var slice = new Token[Math.Max(0, end - start)];
        for (var i = 0; i < slice.Length; i++)
            slice[i] = Tokens[start + i];
        return slice;
    }

    /// <summary>How many tokens begin before an offset.</summary>
    public int TokensBefore(int offset)
    {
        var (low, high) = (0, Tokens.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Range.Offset < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The token that holds the character at an offset, or that ends there; -1 where there is none.</summary>
    public int TokenAt(int offset)
    {
        var next = TokensBefore(offset + 1);
        foreach (var token in new[] { next - 1, next - 2 })
        {
            if (token >= 0 && Tokens[token] is { Kind: not TokenKind.End, Range: var range }
                && range.Offset <= offset && offset <= range.Offset + range.Length)
                return token;
        }
        return -1;
    }

    /// <summary>Where the rule begins that a token belongs to; -1 before the first rule.</summary>
    public int RuleStart(int token)
    {
        for (var i = Math.Min(token, Tokens.Count - 2); i >= 0; i--)
        {
            if (RuleStarts.IsLikelyAt(Stream.At(i)))
                return i;
        }
        return -1;
    }

    /// <summary>The token after the last one of the rule that begins at a token.</summary>
    public int RuleEnd(int start)
    {
        var end = start + 1;
        while (end < Tokens.Count - 1 && !RuleStarts.IsLikelyAt(Stream.At(end)))
            end++;
        return Math.Min(end, Tokens.Count - 1);
    }

    /// <summary>The rule as it was read at a token; null where it could not be.</summary>
    public RuleSyntax? RuleAt(int token)
    {
        var offset = Tokens[token].Range.Offset;
        return Context.Syntax.Rules.FirstOrDefault(
            rule => rule.Range.Offset <= offset && offset < rule.Range.Offset + rule.Range.Length);
    }

    /// <summary>The words of a field that a token is part of, as first and last token; the token itself where it is no field.</summary>
    public (int First, int Last) PathAt(int token)
    {
        var (first, last) = (token, token);
        while (first >= 2 && Tokens[first - 1].Is(".") && IsWordUpTo(first - 2, first - 1) && IsUpTo(first - 1, first))
            first -= 2;
        while (last + 2 < Tokens.Count && Tokens[last + 1].Is(".") && IsUpTo(last, last + 1) && IsUpTo(last + 1, last + 2)
            && Tokens[last + 2].Kind == TokenKind.Word)
            last += 2;
        return (first, last);
    }

    private bool IsWordUpTo(int token, int next) => Tokens[token].Kind == TokenKind.Word && IsUpTo(token, next);

    // Half a field is followed by the next word of the text: deal. is resale.
    private bool IsUpTo(int token, int next) =>
        Tokens[token].Range.Offset + Tokens[token].Range.Length == Tokens[next].Range.Offset;

    public string PathText((int First, int Last) path) =>
        string.Concat(Enumerable.Range(path.First, path.Last - path.First + 1).Select(i => Tokens[i].Text));
}
