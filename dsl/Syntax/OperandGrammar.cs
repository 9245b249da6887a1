using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>What conditions compare: fields, figures, literals and their arithmetic.</summary>
internal static class OperandGrammar
{
    /// <summary>1 to 60 months, as a count of months that the rules may look back.</summary>
    public static Parser<int> MonthCount { get; } =
        from count in Tokens.One(
            token => token.Kind == TokenKind.Number && token.Number is >= 1 and <= 60 && token.Number == decimal.Truncate(token.Number),
            Nouns.MonthCount)
        from unit in Tokens.One(token => token.Is("months") || token.Is("month"), "'months'")
        select (int)count.Number;

    /// <summary>A field by its name; a single word where the name of a field is understood.</summary>
    public static Parser<Expression> Field { get; } =
        from first in Tokens.Kind(TokenKind.Word, Nouns.Field)
        from more in Tokens.While(
            input => input.Token.Is("."),
            Tokens.Symbol(".").Then(_ => Tokens.Kind(TokenKind.Word, Nouns.FieldPart)))
        select (Expression)new NameExpression(
            string.Join(".", new[] { first }.Concat(more).Select(word => word.Text)),
            first.Range.To(more.Count > 0 ? more[more.Count - 1].Range : first.Range));

    /// <summary>Usage, or a figure made of it.</summary>
    public static Parser<Expression> Figure { get; } = ReadFigure;

    /// <summary>A value that stands alone: a number, percentage, date, text or name.</summary>
    public static Parser<Expression> Literal { get; } = ReadLiteral;

    /// <summary>Sums of products.</summary>
    public static Parser<Expression> Operand { get; } = ReadSum;

    private static IResult<Expression> ReadSum(IInput input) => ReadChain(input, ReadProduct, "+", "-");

    private static IResult<Expression> ReadProduct(IInput input) => ReadChain(input, ReadFactor, "*", "/");

    private static IResult<Expression> ReadFactor(IInput input) => Limits.OneMore((TokenInput)input, FactorHere);

    private static IResult<Expression> ReadFigure(IInput input) =>
        ((TokenInput)input).Token.Text switch
        {
            "average" => Average(input),
            "retention" => Retention(input),
            _ => Usage(input),
        };

    private static IResult<Expression> ReadLiteral(IInput input)
    {
        var here = (TokenInput)input;
        return here.Token.Kind is TokenKind.Symbol or TokenKind.End && !here.Token.Is("-")
            ? Tokens.Fail<Expression>(here, Nouns.Value)
            : here.Token.Kind == TokenKind.Word
                ? Tokens.Kind(TokenKind.Word, Nouns.Value)
                    .Select(word => (Expression)new NameExpression(word.Text, word.Range))(here)
                : ReadFactor(input);
    }

    private static IResult<Expression> FactorHere(TokenInput here) => here.Token.Kind switch
    {
        TokenKind.Number => Number(here),
        TokenKind.Percent => Percent(here),
        TokenKind.Date => Is(here, new DateExpression(here.Token.Day, here.Token.Range)),
        TokenKind.Month => Is(here, new MonthExpression(Month.Of(here.Token.Day), here.Token.Range)),
        TokenKind.Text => Is(here, new TextExpression(here.Token.Text, here.Token.Range)),
        TokenKind.Word when ReservedWords.All.Contains(here.Token.Text) && !ReservedWords.Subjects.Contains(here.Token.Text)
            => Tokens.Fail<Expression>(here, Nouns.Operand),
        TokenKind.Word => ReadNamed(here),
        _ when here.Token.Is("(") => Nested(here),
        _ when here.Token.Is("-") => Negative(here),
        _ => Tokens.Fail<Expression>(here, Nouns.Operand),
    };

    private static Parser<Expression> Nested { get; } =
        from open in Tokens.Symbol("(")
        from inner in (Parser<Expression>)ReadCondition
        from close in Tokens.Symbol(")")
        select inner;

    // Not the property itself: it is null while the two grammars that need each other are being set up.
    private static IResult<Expression> ReadCondition(IInput input) => ConditionGrammar.Condition(input);

    private static Parser<Expression> Negative { get; } =
        Tokens.Symbol("-").Then(_ => (Parser<Expression>)ReadFactor)
            .Located((inner, range) => (Expression)new NegativeExpression(inner, range));

    private static IResult<Expression> Is(TokenInput here, Expression literal) => Result.Success(literal, here.Advance());

    private static IResult<Expression> Number(TokenInput here)
    {
        var unit = here.Next;
        ((TokenInput)here.Advance()).OfferNoun(Nouns.UnitOfTime);
        Expression number = unit.Kind != TokenKind.Word ? new NumberExpression(here.Token.Number, null, here.Token.Range)
            : unit.Is("days") || unit.Is("day") ? new DurationExpression(here.Token.Number, false, here.Token.Range.To(unit.Range))
            : unit.Is("months") || unit.Is("month") ? new DurationExpression(here.Token.Number, true, here.Token.Range.To(unit.Range))
            : Currencies.IsKnown(unit.Text)
                ? new NumberExpression(here.Token.Number, Named.Of(unit), here.Token.Range.To(unit.Range))
                : new NumberExpression(here.Token.Number, null, here.Token.Range);
        return Result.Success(number, number.Range == here.Token.Range ? here.Advance() : here.Advance().Advance());
    }

    private static Parser<Expression> Percent { get; } =
        from percent in Tokens.Kind(TokenKind.Percent, "a percentage")
        from whole in Tokens.If(input => input.Token.Is("of"), Tokens.Word("of").Then(_ => (Parser<Expression>)ReadFactor))
        select whole is null
            ? (Expression)new PercentExpression(percent.Number, percent.Range)
            : new PartOfExpression(percent.Number, whole, percent.Range.To(whole.Range));

    private static IResult<Expression> ReadNamed(TokenInput here) =>
        here.Next.Is(".") ? Field(here)
        : here.Token.Is("usage") ? Usage(here)
        : here.Token.Is("average") && here.Next.Is("usage") ? Average(here)
        : here.Token.Is("retention") ? Retention(here)
        : Field(here);

    private static Parser<Expression> Usage { get; } = Tokens.Word("usage").Then(_ => (Parser<Expression>)(input =>
    {
        var here = (TokenInput)input;
        here.Offer("growth over", "over");
        return here.Token.Is("growth") ? Tokens.Word("growth").Then(_ => Over(UsageFigure.Growth))(input)
            : here.Token.Is("over") ? Over(UsageFigure.Total)(input)
            : Result.Success<Expression>(new UsageExpression(UsageFigure.Total, 1, default), input);
    })).Located(Placed);

    private static Parser<Expression> Average { get; } =
        Tokens.Words("average", "usage").Then(_ => Over(UsageFigure.Average)).Located(Placed);

    private static Parser<Expression> Retention { get; } =
        Tokens.Word("retention").Then(_ => Over(UsageFigure.Retention)).Located(Placed);

    private static Parser<Expression> Over(UsageFigure figure) =>
        from _ in Tokens.Word("over")
        from months in MonthCount
        select (Expression)new UsageExpression(figure, months, default);

    private static Expression Placed(Expression figure, TextRange range) => ((UsageExpression)figure) with { Range = range };

    private static IResult<Expression> ReadChain(IInput input, Parser<Expression> part, string plus, string minus)
    {
        var first = part(input);
        if (!first.WasSuccessful)
            return first;
        var rest = (TokenInput)first.Remainder;
        var operands = new List<(string, Expression)>();
        while (rest.Token.Is(plus) || rest.Token.Is(minus))
        {
            var next = part(rest.Advance());
            if (!next.WasSuccessful)
                return next;
            operands.Add((rest.Token.Text, next.Value));
            rest = (TokenInput)next.Remainder;
        }
        return operands.Count == 0
            ? first
            : Result.Success<Expression>(
                new ChainExpression(first.Value, operands, first.Value.Range.To(operands[operands.Count - 1].Item2.Range)), rest);
    }
}
