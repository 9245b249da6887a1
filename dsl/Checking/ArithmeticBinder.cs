using System.Collections.Generic;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Types sums and products: what may be added to what, and what comes out.</summary>
internal sealed class ArithmeticBinder(CheckContext context, OperandBinder operands)
{
    public Operand? Bind(ChainExpression chain, Knowledge known)
    {
        var result = operands.Bind(chain.First, known);
        foreach (var (operation, expression) in chain.Rest)
        {
            var next = operands.Bind(expression, known);
            if (result is null || next is null)
                return null;
            result = Combine(result, operation, next);
        }
        return result;
    }

    private Operand? Combine(Operand left, string operation, Operand right)
    {
        if (left.Quantity is null || right.Quantity is null)
            return Refuse(left, operation, right, null);
        if (operation is "+" or "-")
            (left, right) = AsMoney(left, right);
        if (left.Kind == ValueKind.Money && right.Kind == ValueKind.Money && operation != "*" && left.Currency != right.Currency)
        {
            context.Bag.Add(Problems.CurrencyMix(
                left.Range.To(right.Range), left.Currency ?? context.Currency, right.Currency ?? context.Currency));
            return null;
        }
        var kind = operation is "+" or "-" ? Sum(left.Kind, operation, right.Kind) : Product(left.Kind, operation, right.Kind);
        if (kind is not { } found)
            return Refuse(left, operation, right, Hint(left.Kind, operation, right.Kind));
        return new Operand(found, left.Range.To(right.Range))
        {
            Quantity = left.Kind == ValueKind.Date && right.Kind == ValueKind.Months
                ? new MovedDate(left.Quantity!, right.Quantity!, operation == "+" ? 1 : -1)
                : Computed.Then(left.Quantity!, operation, right.Quantity!),
            Currency = left.Kind == ValueKind.Money ? left.Currency : right.Currency,
            IsPlainNumber = left.IsPlainNumber && right.IsPlainNumber,
            Named = [.. left.Named, .. right.Named],
            Unknown = [.. left.Unknown, .. right.Unknown, .. Division(operation, right)],
        };
    }

    private static IEnumerable<UnknownFigure> Division(string operation, Operand divisor) =>
        operation == "/" && divisor.Quantity is not Constant { Value: not 0 }
            ? [new UnknownFigure("this division", divisor.Range)]
            : [];

    private static (Operand, Operand) AsMoney(Operand left, Operand right) =>
        left.Kind == ValueKind.Money && right.IsPlainNumber ? (left, right with { Kind = ValueKind.Money })
        : right.Kind == ValueKind.Money && left.IsPlainNumber ? (left with { Kind = ValueKind.Money }, right)
        : (left, right);

    private static ValueKind? Sum(ValueKind left, string operation, ValueKind right) => (left, right) switch
    {
        (ValueKind.Date, ValueKind.Date) => operation == "-" ? ValueKind.Days : null,
        (ValueKind.Date, ValueKind.Days or ValueKind.Months) => ValueKind.Date,
        (ValueKind.Month, ValueKind.Month) => null,
        _ when left == right => left,
        _ => null,
    };

    private static ValueKind? Product(ValueKind left, string operation, ValueKind right) => (left, right) switch
    {
        (ValueKind.Money or ValueKind.Percent or ValueKind.Number or ValueKind.Days or ValueKind.Months, ValueKind.Number) => left,
        (ValueKind.Money, ValueKind.Percent) => operation == "*" ? ValueKind.Money : null,
        (ValueKind.Number, ValueKind.Money or ValueKind.Percent) => operation == "*" ? right : null,
        (ValueKind.Percent, ValueKind.Money) => operation == "*" ? ValueKind.Money : null,
        (ValueKind.Money, ValueKind.Money) => operation == "/" ? ValueKind.Number : null,
        (ValueKind.Percent, ValueKind.Percent) => operation == "/" ? ValueKind.Number : null,
        _ => null,
    };

    private static string? Hint(ValueKind left, string operation, ValueKind right) => (left, right) switch
    {
        (ValueKind.Money, ValueKind.Money) when operation == "*" => "an amount is multiplied by a number or a percentage",
        (ValueKind.Days, ValueKind.Months) or (ValueKind.Months, ValueKind.Days) =>
            "months have 28 to 31 days: say both in days or both in months",
        (ValueKind.Date, ValueKind.Date) => "dates are subtracted, which gives days",
        (ValueKind.Money, ValueKind.Percent) or (ValueKind.Percent, ValueKind.Money) => "say a part of an amount as: 5% of deal.amount",
        _ => null,
    };

    private Operand? Refuse(Operand left, string operation, Operand right, string? hint)
    {
        var range = left.Range.To(right.Range);
        context.Bag.Add(operation == "*" && left.Kind == ValueKind.Money && right.Kind == ValueKind.Money
            ? Problems.AmountTimesAmount(range)
            : Problems.CannotCompute(range, operation, left.Kind.Named(), right.Kind.Named(), hint));
        return null;
    }
}
