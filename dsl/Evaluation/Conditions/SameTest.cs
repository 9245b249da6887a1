using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Two fields hold the same.</summary>
internal sealed class SameTest(string text, FieldSlot left, bool not, FieldSlot right) : Test(text)
{
    public FieldSlot Left { get; } = left;

    public FieldSlot Right { get; } = right;

    public bool Not => not;

    public override Truth Evaluate(Facts facts, int back)
    {
        ref readonly var a = ref Left.Read(facts);
        ref readonly var b = ref Right.Read(facts);
        if (!a.IsKnown || !b.IsKnown)
            return Truth.No;
        return string.Equals(a.AsName, b.AsName, StringComparison.Ordinal) != not ? Truth.Yes : Truth.No;
    }

    protected override void Values(Facts facts, int back, Trace into) =>
        into.Add(Left.Path, Left.Read(facts)).Add(Right.Path, Right.Read(facts));
}
