using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A single test, which explains itself by its text and the values it read.</summary>
internal abstract class Test(string text) : Condition
{
    public string Text { get; } = text;

    public override void Explain(Facts facts, int back, List<Finding> into) =>
        into.Add(Findings.Test(Text, Evaluate(facts, back), Values(facts, back)));

    /// <summary>What the test read, by name.</summary>
    protected abstract IEnumerable<(string Name, string Value)> Values(Facts facts, int back);
}

/// <summary>A quantity that an explanation names, with how its value is written.</summary>
internal sealed record NamedQuantity(string Name, Quantity Quantity, Func<decimal, string> Write);

internal sealed class QuantityTest(
    string text, Quantity left, string comparison, Quantity right, bool not, NamedQuantity[] named) : Test(text)
{
    public Quantity Left { get; } = left;

    public Quantity Right { get; } = right;

    public override Truth Evaluate(Facts facts, int back)
    {
        if (!Left.TryRead(facts, back, out var a) || !Right.TryRead(facts, back, out var b))
            return Truth.Unknown;
        var holds = comparison switch
        {
            "<" => a < b,
            "<=" => a <= b,
            ">" => a > b,
            ">=" => a >= b,
            _ => a == b,
        };
        return holds != not ? Truth.Yes : Truth.No;
    }

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back)
    {
        foreach (var quantity in named)
            yield return (quantity.Name, quantity.Quantity.TryRead(facts, back, out var value) ? quantity.Write(value) : "unknown");
    }
}

/// <summary>A choice, text, partner or yes-or-no field is one of some values.</summary>
internal sealed class ValueTest(string text, FieldSlot field, bool not, string[] values) : Test(text)
{
    public FieldSlot Field { get; } = field;

    public IReadOnlyList<string> Expected => values;

    public override Truth Evaluate(Facts facts, int back)
    {
        var value = Field.Read(facts);
        if (!value.IsKnown)
            return Truth.No;
        var name = value.AsName;
        foreach (var expected in values)
        {
            if (string.Equals(name, expected, StringComparison.Ordinal))
                return not ? Truth.No : Truth.Yes;
        }
        return not ? Truth.Yes : Truth.No;
    }

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back) =>
        [(Field.Path, Field.Read(facts).ToString())];
}

/// <summary>Two fields hold the same.</summary>
internal sealed class SameTest(string text, FieldSlot left, bool not, FieldSlot right) : Test(text)
{
    public FieldSlot Left { get; } = left;

    public FieldSlot Right { get; } = right;

    public override Truth Evaluate(Facts facts, int back)
    {
        var a = Left.Read(facts);
        var b = Right.Read(facts);
        if (!a.IsKnown || !b.IsKnown)
            return Truth.No;
        return string.Equals(a.AsName, b.AsName, StringComparison.Ordinal) != not ? Truth.Yes : Truth.No;
    }

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back) =>
        [(Left.Path, Left.Read(facts).ToString()), (Right.Path, Right.Read(facts).ToString())];
}

internal sealed class KnownFieldTest(string text, FieldSlot field, bool wantsKnown) : Test(text)
{
    public FieldSlot Field { get; } = field;

    public override Truth Evaluate(Facts facts, int back) =>
        Field.Read(facts).IsKnown == wantsKnown ? Truth.Yes : Truth.No;

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back) =>
        [(Field.Path, Field.Read(facts).ToString())];
}

internal sealed class KnownFigureTest(string text, FigureQuantity figure, bool wantsKnown, string name) : Test(text)
{
    public FigureQuantity Figure { get; } = figure;

    public override Truth Evaluate(Facts facts, int back) =>
        Figure.TryRead(facts, back, out _) == wantsKnown ? Truth.Yes : Truth.No;

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back) =>
        [(name, Figure.TryRead(facts, back, out _) ? "known" : "unknown")];
}

/// <summary>The registration's window of protection holds the business date.</summary>
internal sealed class ProtectedTest(string text, bool not) : Test(text)
{
    public override Truth Evaluate(Facts facts, int back) => facts.RegistrationIsProtected != not ? Truth.Yes : Truth.No;

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back) =>
        [("registration", facts.RegistrationIsProtected ? "protected" : "not protected")];
}

/// <summary>The churn rule finds the customer active.</summary>
internal sealed class ActiveTest(string text, bool not) : Test(text)
{
    public override Truth Evaluate(Facts facts, int back) => facts.CustomerIsActive != not ? Truth.Yes : Truth.No;

    protected override IEnumerable<(string Name, string Value)> Values(Facts facts, int back) =>
        [("customer", facts.CustomerIsActive ? "active" : "not active")];
}

/// <summary>Walks a condition and everything inside it.</summary>
internal static class Conditions
{
    public static IEnumerable<Condition> Walk(this Condition? condition) =>
        condition is null ? [] : [condition, .. condition.Inner.SelectMany(Walk)];

    public static IEnumerable<Quantity> Walk(this Quantity quantity) => [quantity, .. quantity.Inner.SelectMany(Walk)];
}
