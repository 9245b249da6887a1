using System;
using System.Collections.Generic;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>Conditions and what they compare. Chains are loops; only parentheses recurse, and their depth is counted, as is that of suffixes.</summary>
internal static class ConditionGrammar
{
    private static readonly HashSet<string> Comparisons = ["<", "<=", ">", ">="];

    /// <summary>A condition: alternatives of conjunctions.</summary>
    public static Parser<Expression> Condition { get; } = ReadAlternatives;

    private static IResult<Expression> ReadAlternatives(IInput input)
    {
        var parts = new List<Expression>();
        // A condition in parentheses may be one of several in its test: what counts is the deepest of them.
        var suffixes = ((TokenInput)input).Stream.Suffixes;
        while (true)
        {
            var part = ReadConjunction(input);
            if (!part.WasSuccessful)
                return part;
            parts.Add(part.Value);
            var rest = (TokenInput)part.Remainder;
            rest.Stream.Suffixes = suffixes = Math.Max(suffixes, rest.Stream.Suffixes);
            rest.Offer("or");
            if (!rest.Token.Is("or"))
                return Result.Success(Together(parts, (all, range) => new OrExpression(all, range)), rest);
            input = rest.Advance();
        }
    }

    private static IResult<Expression> ReadConjunction(IInput input)
    {
        var parts = new List<Expression>();
        var suffixes = 0;
        while (true)
        {
            ((TokenInput)input).Stream.Suffixes = 0;
            var part = ReadNegation(input);
            if (!part.WasSuccessful)
                return part;
            parts.Add(part.Value);
            var rest = (TokenInput)part.Remainder;
            rest.Stream.Suffixes = suffixes = Math.Max(suffixes, rest.Stream.Suffixes);
            while (BeginsSuffix(rest))
            {
                var inner = Together(parts, (all, range) => new AndExpression(all, range));
                var suffix = Limits.OneMoreSuffix(rest, Suffix(inner));
                if (!suffix.WasSuccessful)
                    return suffix;
                parts.Clear();
                parts.Add(suffix.Value);
                rest = (TokenInput)suffix.Remainder;
                suffixes = rest.Stream.Suffixes;
            }
            rest.Offer("and");
            if (rest.IsProbed || rest.IsBeforeProbe(","))
                Suffix(parts[0])(rest);
            if (!rest.Token.Is("and"))
                return Result.Success(Together(parts, (all, range) => new AndExpression(all, range)), rest);
            input = rest.Advance();
        }
    }

    private static IResult<Expression> ReadNegation(IInput input)
    {
        var here = (TokenInput)input;
        here.Offer("not");
        return here.Token.Is("not") ? Limits.Deeper(here, rest => Negated(rest)) : ReadTest(here);
    }

    private static Parser<Expression> Negated { get; } =
        Tokens.Word("not").Then(_ => (Parser<Expression>)ReadNegation)
            .Located((inner, range) => (Expression)new NotExpression(inner, range));

    private static IResult<Expression> ReadTest(IInput input)
    {
        var left = OperandGrammar.Operand(input);
        if (!left.WasSuccessful)
            return left;
        var rest = (TokenInput)left.Remainder;
        if (Comparisons.Contains(rest.Token.Text) && rest.Token.Kind == TokenKind.Symbol)
            return Compared(left.Value, rest);
        if (rest.Token.Is("is"))
            return IsTest(left.Value)(rest);
        rest.Stream.ComparedWith = left.Value;
        rest.Stream.Expect(rest.Position, Nouns.Comparison);
        rest.Stream.ComparedWith = null;
        return left;
    }

    private static IResult<Expression> Compared(Expression left, TokenInput rest) =>
        ComparedWith(left, OperandGrammar.Operand).Select(right =>
            (Expression)new ComparisonExpression(left, rest.Token.Text, right, left.Range.To(right.Range)))(rest.Advance());

    private static Parser<Expression> IsTest(Expression left) =>
        from _ in Tokens.Word("is")
        from not in Tokens.If(input => input.Token.Is("not"), Tokens.Word("not"))
        from test in ComparedWith(left, IsValue(left, not is not null)).Located((make, range) => make(left.Range.To(range)))
        select test;

    private static Parser<Func<TextRange, Expression>> IsValue(Expression left, bool not) => input =>
    {
        var here = (TokenInput)input;
        here.Offer("known", "missing", "one of");
        if (here.Token.Is("known") || here.Token.Is("missing"))
        {
            var wantsKnown = here.Token.Is("known") != not;
            return Result.Success<Func<TextRange, Expression>>(range => new KnownExpression(left, wantsKnown, range), here.Advance());
        }
        var values = here.Token.Is("one") && here.Next.Is("of")
            ? Tokens.Words("one", "of").Then(_ => Values)
            : OperandGrammar.Operand.Select(value => (IReadOnlyList<Expression>)[value]);
        return values.Select(all => (Func<TextRange, Expression>)(range => new IsExpression(left, not, all, range)))(input);
    };

    private static Parser<IReadOnlyList<Expression>> Values { get; } =
        from first in OperandGrammar.Operand
        from more in Tokens.While(
            input => input.Token.Is(",") && !BeginsSuffix(input),
            Tokens.Symbol(",").Then(_ => OperandGrammar.Operand))
        select (IReadOnlyList<Expression>)[first, .. more];

    /// <summary>The right side of a comparison: the left one says what could stand there.</summary>
    public static Parser<T> ComparedWith<T>(Expression left, Parser<T> right) => input =>
    {
        var stream = ((TokenInput)input).Stream;
        var outer = stream.ComparedWith;
        stream.ComparedWith = left;
        var result = right(input);
        stream.ComparedWith = outer;
        return result;
    };

    private static bool BeginsSuffix(TokenInput input) => input.Token.Is(",") && (input.Next.Is("if") || input.Next.Is("for"));

    private static Parser<Expression> Suffix(Expression inner) =>
        Tokens.Symbol(",").Then(_ => Tokens.Choose(
            "what follows a condition",
            ("if",
                from words in Tokens.Words("if", "unknown")
                from answer in Tokens.One(token => token.Is("yes") || token.Is("no"), "'yes' or 'no'")
                select (Expression)new IfUnknownExpression(inner, answer.Is("yes"), inner.Range.To(answer.Range))),
            ("for",
                from word in Tokens.Word("for")
                from months in OperandGrammar.MonthCount
                from last in Tokens.Word("running")
                select (Expression)new RunningExpression(inner, months, inner.Range.To(last.Range)))));

    private static Expression Together(List<Expression> parts, Func<IReadOnlyList<Expression>, TextRange, Expression> together) =>
        parts.Count == 1 ? parts[0] : together(parts.ToArray(), parts[0].Range.To(parts[parts.Count - 1].Range));
}
