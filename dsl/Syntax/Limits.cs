using System;
using CrmAddon.Rules.Diagnostics;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>What a program may cost to read: known before it is read, and refused in words.</summary>
internal static class Limits
{
    /// <summary>Steps that judging one case may take: well below a second on any machine.</summary>
    public const long Steps = 5_000_000;

    /// <summary>Characters of a program text.</summary>
    public const int Text = 1_048_576;

    /// <summary>Rules of a program.</summary>
    public const int Rules = 500;

    /// <summary>Fields, figures and values in the conditions of one rule.</summary>
    public const int Parts = 500;

    /// <summary>Items of one list: names, shares, steps, clauses, facts.</summary>
    public const int Items = 200;

    /// <summary>Parentheses, signs and negations inside each other. A stack of 256 KB holds several times as many.</summary>
    public const int Depth = 32;

    /// <summary>Parses one level deeper, or refuses.</summary>
    public static IResult<T> Deeper<T>(TokenInput here, Func<TokenInput, IResult<T>> parse)
    {
        var stream = here.Stream;
        if (stream.Depth >= Depth)
            return Refuse<T>(here, Problems.TooDeep(here.Token.Range, Depth));
        stream.Depth++;
        var result = parse(here);
        stream.Depth--;
        return result;
    }

    /// <summary>Parses one more part of a condition, or refuses.</summary>
    public static IResult<T> OneMore<T>(TokenInput here, Func<TokenInput, IResult<T>> parse) =>
        ++here.Stream.Parts > Parts
            ? Refuse<T>(here, Problems.TooManyParts(here.Token.Range, Parts))
            : Deeper(here, parse);

    /// <summary>Counts one more suffix around a condition, or refuses.</summary>
    public static IResult<T> OneMoreSuffix<T>(TokenInput here, Parser<T> suffix) =>
        ++here.Stream.Suffixes > Depth
            ? Refuse<T>(here, Problems.TooManyAnswers(here.Token.Range, Depth))
            : suffix(here);

    /// <summary>Refuses a list that goes on beyond the limit.</summary>
    public static IResult<T> TooManyItems<T>(TokenInput here) => Refuse<T>(here, Problems.TooManyItems(here.Token.Range, Items));

    private static IResult<T> Refuse<T>(TokenInput here, Diagnostic refusal)
    {
        here.Stream.Refusal ??= refusal;
        return Tokens.Fail<T>(here, "less");
    }
}
