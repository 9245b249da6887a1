using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>The parsers of single tokens, and the few combinators that decide on the first token.</summary>
internal static class Tokens
{
    public static Parser<Token> Word(string word) => One(token => token.Kind == TokenKind.Word && token.Is(word), "'" + word + "'");

    public static Parser<Token> Symbol(string symbol) =>
        One(token => token.Kind == TokenKind.Symbol && token.Is(symbol), "'" + symbol + "'");

    /// <summary>Several words in a row, each of which is fixed.</summary>
    public static Parser<Token> Words(params string[] words) =>
        words.Select(Word).Aggregate((first, second) => first.Then(_ => second));

    public static Parser<Token> Kind(TokenKind kind, string noun) => One(token => token.Kind == kind, noun);

    public static Parser<Token> One(Func<Token, bool> accept, string noun) => input =>
    {
        var here = (TokenInput)input;
        if (!accept(here.Token))
            return Fail<Token>(here, noun);
        here.Stream.Log?.Read(here.Position, noun, here.Stream.ComparedWith);
        return Result.Success(here.Token, here.Advance());
    };

    public static Parser<Named> NamedWord(string noun) => Kind(TokenKind.Word, noun).Select(Named.Of);

    public static Parser<Named> Quoted(string noun) => Kind(TokenKind.Text, noun).Select(Named.Of);

    /// <summary>Takes the parser of the word that comes next; anything else fails at once, naming the alternatives.</summary>
    public static Parser<T> Choose<T>(string noun, params (string Word, Parser<T> Parser)[] alternatives) => input =>
    {
        var here = (TokenInput)input;
        foreach (var (word, parser) in alternatives)
        {
            if (here.Token.Is(word))
                return parser(input);
        }
        return Fail<T>(here, noun + " (" + string.Join(", ", alternatives.Select(alternative => alternative.Word).Distinct()) + ")");
    };

    /// <summary>Repeats a parser while the next tokens begin one; a failure inside is a failure of the whole.</summary>
    public static Parser<IReadOnlyList<T>> While<T>(Func<TokenInput, bool> begins, Parser<T> parser, string? noun = null) => input =>
    {
        var items = new List<T>();
        var rest = (TokenInput)input;
        while (begins(rest))
        {
            var item = parser(rest);
            if (!item.WasSuccessful)
                return Result.Failure<IReadOnlyList<T>>(item.Remainder, item.Message, item.Expectations);
            items.Add(item.Value);
            if (items.Count > Limits.Items)
                return Limits.TooManyItems<IReadOnlyList<T>>(rest);
            rest = (TokenInput)item.Remainder;
        }
        if (rest.IsProbed)
            parser(rest);
        if (noun is not null)
            rest.Stream.Expect(rest.Position, noun);
        return Result.Success<IReadOnlyList<T>>(items, rest);
    };

    /// <summary>Parses only where the next tokens begin it; otherwise gives nothing and takes nothing.</summary>
    public static Parser<T?> If<T>(Func<TokenInput, bool> begins, Parser<T> parser)
        where T : class => input =>
        {
            var here = (TokenInput)input;
            if (begins(here))
                return parser(input);
            if (here.IsProbed)
                parser(input);
            return Result.Success<T?>(null, input);
        };

    /// <summary>One or more items between commas.</summary>
    public static Parser<IReadOnlyList<T>> List<T>(Parser<T> item) =>
        from first in item
        from more in While(input => input.Token.Is(","), Symbol(",").Then(_ => item))
        select (IReadOnlyList<T>)[first, .. more];

    /// <summary>A comma that may be left out.</summary>
    public static Parser<Token?> OptionalComma { get; } = If(input => input.Token.Is(","), Symbol(","));

    /// <summary>The place that a parser has read, with its result.</summary>
    public static Parser<TResult> Located<T, TResult>(this Parser<T> parser, Func<T, TextRange, TResult> locate) => input =>
    {
        var start = (TokenInput)input;
        var result = parser(input);
        if (!result.WasSuccessful)
            return Result.Failure<TResult>(result.Remainder, result.Message, result.Expectations);
        var end = ((TokenInput)result.Remainder).Position;
        var last = start.Stream.Tokens[Math.Max(start.Position, end - 1)];
        return Result.Success(locate(result.Value, start.Token.Range.To(last.Range)), result.Remainder);
    };

    public static IResult<T> Fail<T>(TokenInput here, string noun)
    {
        here.Stream.Expect(here.Position, noun);
        return Result.Failure<T>(here, "", []);
    }
}
