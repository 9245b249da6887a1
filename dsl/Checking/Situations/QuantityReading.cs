using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Reads bound quantities as sums. What is no sum becomes a variable of which little is known.</summary>
internal sealed class QuantityReading(Variables variables)
{
    // As the evaluator has it: a smaller past has no growth.
    private static readonly Rational LeastPast = Rational.Of(1, 1_000_000);

    /// <param name="quantity">What is read.</param>
    /// <param name="back">How many months before the judged one.</param>
    public Reading Of(Quantity quantity, int back) => quantity switch
    {
        Constant constant => new Reading(LinearSum.Of(constant.Value), null, Formula.Always),
        FieldQuantity field => Of(variables.Of(field.Slot.Definition)),
        FigureQuantity figure => Of(figure, back),
        MovedDate moved => Of(moved, back),
        Computed computed => Of(computed, back),
        _ => Obscure("unread " + quantity.GetHashCode(), new OpenClaim()),
    };

    /// <summary>When a figure is known.</summary>
    public Formula IsKnown(FigureQuantity figure, int back) => Of(figure, back).Known;

    private static Reading Of(Variable variable) => new(LinearSum.Of(variable), null, Known(variable));

    private static Formula Known(Variable variable) => variable.MayBeMissing ? new KnownClaim(variable, true) : Formula.Always;

    private Reading Of(FigureQuantity figure, int back)
    {
        var months = figure.Months;
        var total = Window(back, months);
        switch (figure.Figure)
        {
            case UsageFigure.Total:
                return new Reading(total, null, HasWindow(back, months));
            case UsageFigure.Average:
                return new Reading(total.Times(Rational.One / months), null, HasWindow(back, months));
            case UsageFigure.Growth:
                var before = Window(back + months, months);
                var isPast = variables.Below(LinearSum.Of(LeastPast).Minus(before), false);
                return new Reading(total.Minus(before), before, Formula.All(HasWindow(back + months, months), isPast));
            default:
                return Of(variables.Quantity($"{figure.Figure} {months}", false, true));
        }
    }

    private LinearSum Window(int back, int months) => variables.UsageOf(back + months).Minus(variables.UsageOf(back));

    // A single month is never unknown.
    private Formula HasWindow(int back, int months) => months == 1
        ? Formula.Always
        : variables.Below(LinearSum.Of((Rational)(back + months - 1)).Minus(LinearSum.Of(variables.FirstMonth)), false);

    private Reading Of(MovedDate moved, int back)
    {
        var day = Of(moved.Date, back);
        return day.Divisor is null && moved.Months is Constant { Value: var count }
            ? day with { Value = LinearSum.Of(variables.Moved(day.Value, moved.Sign * (int)count)) }
            : Obscure($"{day} moved {moved.GetHashCode()}", day.Known);
    }

    private Reading Of(Computed computed, int back)
    {
        var result = Of(computed.First, back);
        foreach (var (operation, operand) in computed.Rest)
        {
            var next = Of(operand, back);
            var known = Formula.All(result.Known, next.Known);
            var combined = operation switch
            {
                "+" => Add(result, next, Rational.One),
                "-" => Add(result, next, -Rational.One),
                "*" => Multiply(result, next),
                _ => Divide(result, next),
            } ?? Obscure(Name(result, operation, next), Formula.Always);
            result = combined with { Known = Formula.All(known, combined.Known) };
        }
        return result;
    }

    private static Reading? Add(Reading left, Reading right, Rational factor)
    {
        var other = right.Value.Times(factor);
        if (left.Divisor is null && right.Divisor is null)
            return new Reading(left.Value.Plus(other), null, Formula.Always);
        if (left.Divisor is not null && right.Divisor is not null)
            return left.Divisor.IsSameAs(right.Divisor) ? new Reading(left.Value.Plus(other), left.Divisor, Formula.Always) : null;
        if (left.Divisor is { } divisor)
            return right.Value.IsConstant ? new Reading(left.Value.Plus(divisor.Times(other.Constant)), divisor, Formula.Always) : null;
        return left.Value.IsConstant
            ? new Reading(right.Divisor!.Times(left.Value.Constant).Plus(other), right.Divisor, Formula.Always)
            : null;
    }

    private static Reading? Multiply(Reading left, Reading right) =>
        right is { Divisor: null, Value.IsConstant: true } ? new Reading(left.Value.Times(right.Value.Constant), left.Divisor, Formula.Always)
        : left is { Divisor: null, Value.IsConstant: true } ? new Reading(right.Value.Times(left.Value.Constant), right.Divisor, Formula.Always)
        : null;

    private Reading? Divide(Reading left, Reading right)
    {
        if (right.Divisor is not null)
            return null;
        if (right.Value.IsConstant)
        {
            return right.Value.Constant.Sign == 0
                ? new Reading(left.Value, left.Divisor, Formula.Never)
                : new Reading(left.Value.Times(Rational.One / right.Value.Constant), left.Divisor, Formula.Always);
        }
        var isZero = Formula.All(variables.Below(right.Value, false), variables.Below(right.Value.Times(-1), false));
        return left.Divisor is null ? new Reading(left.Value, right.Value, isZero.Negated()) : null;
    }

    // What is multiplied the other way round is the same.
    private static string Name(Reading left, string operation, Reading right)
    {
        var (one, other) = ($"({left.Value}) / ({left.Divisor})", $"({right.Value}) / ({right.Divisor})");
        return operation == "*" && string.CompareOrdinal(one, other) > 0 ? $"{other} * {one}" : $"{one} {operation} {other}";
    }

    private Reading Obscure(string called, Formula known) => new(LinearSum.Of(variables.Obscure(called)), null, known);
}
