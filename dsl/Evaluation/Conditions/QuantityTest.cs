using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A quantity that an explanation names, with how its value is written.</summary>
internal sealed record NamedQuantity(string Name, Quantity Quantity, Func<decimal, string> Write);

internal sealed class QuantityTest(
    string text, Quantity left, string comparison, Quantity right, bool not, NamedQuantity[] named) : Test(text)
{
    private readonly bool holdsBelow = comparison is "<" or "<=";
    private readonly bool holdsAt = comparison is not ("<" or ">");
    private readonly bool holdsAbove = comparison is ">" or ">=";

    public Quantity Left { get; } = left;

    public Quantity Right { get; } = right;

    /// <summary>One of &lt;, &lt;=, &gt;, &gt;= and is.</summary>
    public string Comparison => comparison;

    public bool Not => not;

    public override Truth Evaluate(Facts facts, int back)
    {
        if (!Left.TryRead(facts, back, out var a) || !Right.TryRead(facts, back, out var b))
            return Truth.Unknown;
        var order = decimal.Compare(a, b);
        var holds = order < 0 ? holdsBelow : order > 0 ? holdsAbove : holdsAt;
        return holds != not ? Truth.Yes : Truth.No;
    }

    protected override void Values(Facts facts, int back, Trace into)
    {
        foreach (var quantity in named)
        {
            if (quantity.Quantity.TryRead(facts, back, out var value))
                into.Add(quantity.Name, value, quantity.Write);
            else
                into.Add(quantity.Name, "unknown");
        }
    }
}
