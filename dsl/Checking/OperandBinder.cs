using System;
using System.Globalization;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds what is compared: finds fields, checks that they are known here, and types arithmetic.</summary>
internal sealed class OperandBinder(CheckContext context, Scope scope)
{
    /// <summary>The operand; null when something was wrong and has been reported.</summary>
    public Operand? Bind(Expression expression, Knowledge known)
    {
        switch (expression)
        {
            case NumberExpression number:
                return BindNumber(number);
            case PercentExpression percent:
                return Quantity(ValueKind.Percent, new Constant(percent.Rate), percent.Range);
            case DateExpression date:
                return Quantity(ValueKind.Date, new Constant(date.Day.Ticks / TimeSpan.TicksPerDay), date.Range);
            case MonthExpression month:
                return Quantity(ValueKind.Month, new Constant(month.Month.MonthsSince(default)), month.Range);
            case DurationExpression duration:
                return Quantity(duration.InMonths ? ValueKind.Months : ValueKind.Days, new Constant(duration.Count), duration.Range);
            case TextExpression text:
                return new Operand(ValueKind.Text, text.Range) { Word = text.Text };
            case UsageExpression figure:
                return BindFigure(figure, known);
            case NameExpression name:
                return BindName(name, known);
            case NegativeExpression negative:
                return BindNegative(negative, known);
            case PartOfExpression part:
                return BindPartOf(part, known);
            case ChainExpression chain:
                return new ArithmeticBinder(context, this).Bind(chain, known);
            default:
                context.Bag.Add(Problems.ConditionAsValue(expression.Range));
                return null;
        }
    }

    /// <summary>The field of that name, if it exists and can be read here; whatever is wrong is reported.</summary>
    public FieldSlot? FindField(NameExpression name)
    {
        var subject = name.IsSingleWord ? name.Path : name.Path.Substring(0, name.Path.IndexOf('.'));
        if (!context.Vocabulary.TryFind(name.Path, out var field))
        {
            if (!context.IsUnread("field", subject))
                context.Bag.Add(Problems.UnknownField(
                    name.Range, name.Path, context.NearestField(name.Path)));
            return null;
        }
        if (!scope.Has(subject))
        {
            context.Bag.Add(Problems.FieldNotHere(name.Range, name.Path, scope.Description));
            return null;
        }
        return context.Slot(field);
    }

    public static string NameOf(UsageFigure figure, int months)
    {
        var over = " over " + months.ToString(CultureInfo.InvariantCulture) + (months == 1 ? " month" : " months");
        return figure switch
        {
            UsageFigure.Total => months == 1 ? "usage" : "usage" + over,
            UsageFigure.Average => "average usage" + over,
            UsageFigure.Growth => "usage growth" + over,
            _ => "retention" + over,
        };
    }

    private Operand? BindNumber(NumberExpression number)
    {
        if (number.Currency is not { } currency)
            return Quantity(ValueKind.Number, new Constant(number.Value), number.Range) with { IsPlainNumber = true };
        return Quantity(ValueKind.Money, new Constant(number.Value), number.Range) with
        {
            Currency = currency.Text == context.Currency ? null : currency.Text,
        };
    }

    private Operand? BindFigure(UsageExpression figure, Knowledge known)
    {
        if (!scope.Has(figure.Figure == UsageFigure.Retention ? "retention" : "usage"))
        {
            context.Bag.Add(Problems.FieldNotHere(figure.Range, NameOf(figure.Figure, figure.Months), scope.Description));
            return null;
        }
        var name = NameOf(figure.Figure, figure.Months);
        var isMoney = figure.Figure is UsageFigure.Total or UsageFigure.Average;
        var quantity = new FigureQuantity(figure.Figure, figure.Months);
        var mayBeUnknown = !(figure.Figure == UsageFigure.Total && figure.Months == 1) && !known.Has(name);
        return Quantity(isMoney ? ValueKind.Money : ValueKind.Percent, quantity, figure.Range) with
        {
            Named = [new NamedQuantity(name, quantity, Writer(isMoney ? ValueKind.Money : ValueKind.Percent))],
            Unknown = mayBeUnknown ? [new UnknownFigure(name, figure.Range)] : [],
        };
    }

    private Operand? BindName(NameExpression name, Knowledge known)
    {
        if (name.IsSingleWord)
            return new Operand(ValueKind.Word, name.Range) { Word = name.Path };
        if (FindField(name) is not { } slot)
            return null;
        if (slot.Definition.MayBeMissing && !known.Has(slot.Path))
        {
            context.Bag.Add(Problems.MissingNotHandled(name.Range, slot.Path));
            return null;
        }
        var kind = ValueKinds.Of(slot.Definition.Type);
        if (!kind.IsQuantity())
            return new Operand(kind, name.Range) { Field = slot };
        var quantity = new FieldQuantity(slot);
        return Quantity(kind, quantity, name.Range) with
        {
            Field = slot,
            Named = [new NamedQuantity(slot.Path, quantity, Writer(kind))],
        };
    }

    private Operand? BindNegative(NegativeExpression negative, Knowledge known)
    {
        if (Bind(negative.Inner, known) is not { } inner)
            return null;
        if (inner.Kind is ValueKind.Date or ValueKind.Month || inner.Quantity is null)
        {
            context.Bag.Add(Problems.CannotCompute(negative.Range, "-", inner.Kind.Named(), null));
            return null;
        }
        return inner with
        {
            Range = negative.Range,
            Quantity = inner.Quantity is Constant constant
                ? new Constant(-constant.Value)
                : new Computed(new Constant(0), [("-", inner.Quantity)]),
            Field = null,
        };
    }

    private Operand? BindPartOf(PartOfExpression part, Knowledge known)
    {
        if (Bind(part.Whole, known) is not { } whole)
            return null;
        if (whole.Kind is not (ValueKind.Money or ValueKind.Number) || whole.Quantity is null)
        {
            context.Bag.Add(Problems.PartOfWhat(part.Range, whole.Kind.Named()));
            return null;
        }
        return whole with { Range = part.Range, Quantity = new Computed(whole.Quantity, [("*", new Constant(part.Rate))]), Field = null };
    }

    private static Operand Quantity(ValueKind kind, Quantity quantity, TextRange range) => new(kind, range) { Quantity = quantity };

    private static Func<decimal, string> Writer(ValueKind kind) => kind switch
    {
        ValueKind.Percent => NumberText.Percent,
        ValueKind.Money => NumberText.Grouped,
        ValueKind.Date => day => new DateTime((long)day * TimeSpan.TicksPerDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => NumberText.Shortest,
    };
}
