using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A chain of sums or products. What can't be computed (division by zero, too many digits) is unknown.</summary>
internal sealed class Computed(Quantity first, (string Operation, Quantity Operand)[] rest) : Quantity
{
    // What is computed from left to right is one chain, however long: a chain is a loop, nesting would be recursion.
    public static Quantity Then(Quantity left, string operation, Quantity right) => left is Computed chain
        ? new Computed(chain.First, [.. chain.Rest, (operation, right)])
        : new Computed(left, [(operation, right)]);

    public Quantity First => first;

    public (string Operation, Quantity Operand)[] Rest => rest;

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
