using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Something that is compared as a number: amounts, rates, numbers, dates (as days) and spans of time.</summary>
internal abstract class Quantity
{
    /// <summary>The value; false where it is missing or unknown.</summary>
    public abstract bool TryRead(Facts facts, int back, out decimal value);

    /// <summary>The quantities directly inside.</summary>
    public virtual IEnumerable<Quantity> Inner => [];
}

internal sealed class Constant(decimal value) : Quantity
{
    public decimal Value { get; } = value;

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        value = Value;
        return true;
    }
}

internal sealed class FieldQuantity(FieldSlot slot) : Quantity
{
    public FieldSlot Slot { get; } = slot;

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        var field = Slot.Read(facts);
        value = field.Quantity;
        return field.IsKnown;
    }
}

internal sealed class FigureQuantity(UsageFigure figure, int months) : Quantity
{
    public UsageFigure Figure { get; } = figure;

    public int Months { get; } = months;

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        value = 0;
        return facts.Usage is not null && facts.Usage.TryRead(Figure, Months, back, out value);
    }
}

/// <summary>A chain of sums or products. What can't be computed (division by zero, too many digits) is unknown.</summary>
internal sealed class Computed(Quantity first, (string Operation, Quantity Operand)[] rest) : Quantity
{
    // What is computed from left to right is one chain, however long: a chain is a loop, nesting would be recursion.
    public static Quantity Then(Quantity left, string operation, Quantity right) => left is Computed chain
        ? new Computed(chain.First, [.. chain.Rest, (operation, right)])
        : new Computed(left, [(operation, right)]);

    private Quantity First => first;

    private (string Operation, Quantity Operand)[] Rest => rest;

    public override IEnumerable<Quantity> Inner => [first, .. rest.Select(step => step.Operand)];

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        if (!first.TryRead(facts, back, out value))
            return false;
        foreach (var (operation, operand) in rest)
        {
            if (!operand.TryRead(facts, back, out var other) || (operation == "/" && other == 0))
                return false;
            try
            {
                value = operation switch
                {
                    "+" => value + other,
                    "-" => value - other,
                    "*" => value * other,
                    _ => value / other,
                };
            }
            catch (OverflowException)
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>A date moved by months; the day is the month's last one where it has no such day.</summary>
internal sealed class MovedDate(Quantity date, Quantity months, int sign) : Quantity
{
    public override IEnumerable<Quantity> Inner => [date, months];

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        value = 0;
        if (!date.TryRead(facts, back, out var day) || !months.TryRead(facts, back, out var count)
            || count is < -12_000 or > 12_000 || day < 0 || day > DateTime.MaxValue.Ticks / TimeSpan.TicksPerDay)
            return false;
        var start = new DateTime((long)day * TimeSpan.TicksPerDay);
        var moved = ((start.Year - 1) * 12) + start.Month - 1 + (sign * (int)count);
        if (moved is < 0 or >= 9999 * 12)
            return false;
        value = start.AddMonths(sign * (int)count).Ticks / TimeSpan.TicksPerDay;
        return true;
    }
}
