using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Syntax;

/// <summary>A part of a condition as it is written.</summary>
internal abstract record Expression(TextRange Range);

/// <summary>A number; with a currency it is an amount.</summary>
internal sealed record NumberExpression(decimal Value, Named? Currency, TextRange Range) : Expression(Range);

internal sealed record PercentExpression(decimal Rate, TextRange Range) : Expression(Range);

/// <summary>15% of something.</summary>
internal sealed record PartOfExpression(decimal Rate, Expression Whole, TextRange Range) : Expression(Range);

internal sealed record DateExpression(DateTime Day, TextRange Range) : Expression(Range);

internal sealed record MonthExpression(Month Month, TextRange Range) : Expression(Range);

internal sealed record DurationExpression(decimal Count, bool InMonths, TextRange Range) : Expression(Range);

internal sealed record TextExpression(string Text, TextRange Range) : Expression(Range);

/// <summary>A field such as deal.motion, or a single word whose meaning depends on what it is compared with.</summary>
internal sealed record NameExpression(string Path, TextRange Range) : Expression(Range)
{
    public bool IsSingleWord => Path.IndexOf('.') < 0;
}

/// <summary>A figure made of months.</summary>
internal enum UsageFigure
{
    Total,
    Average,
    Growth,
    Retention,
}

/// <summary>Usage of the judged month, or a figure over months that end with it.</summary>
internal sealed record UsageExpression(UsageFigure Figure, int Months, TextRange Range) : Expression(Range);

internal sealed record NegativeExpression(Expression Inner, TextRange Range) : Expression(Range);

/// <summary>Terms that are added and subtracted, or multiplied and divided, from left to right.</summary>
internal sealed record ChainExpression(Expression First, IReadOnlyList<(string Operator, Expression Operand)> Rest, TextRange Range)
    : Expression(Range);

internal sealed record ComparisonExpression(Expression Left, string Operator, Expression Right, TextRange Range) : Expression(Range);

/// <summary>x is [not] known or missing.</summary>
internal sealed record KnownExpression(Expression Subject, bool WantsKnown, TextRange Range) : Expression(Range);

/// <summary>x is [not] a value, or one of several.</summary>
internal sealed record IsExpression(Expression Subject, bool Not, IReadOnlyList<Expression> Values, TextRange Range) : Expression(Range);

internal sealed record NotExpression(Expression Inner, TextRange Range) : Expression(Range);

internal sealed record AndExpression(IReadOnlyList<Expression> Parts, TextRange Range) : Expression(Range);

internal sealed record OrExpression(IReadOnlyList<Expression> Parts, TextRange Range) : Expression(Range);

/// <summary>What the condition before it is when a figure in it is unknown.</summary>
internal sealed record IfUnknownExpression(Expression Inner, bool Yes, TextRange Range) : Expression(Range);

/// <summary>The condition before it holds in each of several months that end with the judged one.</summary>
internal sealed record RunningExpression(Expression Inner, int Months, TextRange Range) : Expression(Range);
