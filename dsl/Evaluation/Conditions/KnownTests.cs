namespace CrmAddon.Rules.Evaluation;

internal sealed class KnownFieldTest(string text, FieldSlot field, bool wantsKnown) : Test(text)
{
    public FieldSlot Field { get; } = field;

    public bool WantsKnown => wantsKnown;

    public override Truth Evaluate(Facts facts, int back) =>
        Field.Read(facts).IsKnown == wantsKnown ? Truth.Yes : Truth.No;

    protected override void Values(Facts facts, int back, Trace into) =>
        into.Add(Field.Path, Field.Read(facts));
}

internal sealed class KnownFigureTest(string text, FigureQuantity figure, bool wantsKnown, string name) : Test(text)
{
    public FigureQuantity Figure { get; } = figure;

    public bool WantsKnown => wantsKnown;

    public override Truth Evaluate(Facts facts, int back) =>
        Figure.TryRead(facts, back, out _) == wantsKnown ? Truth.Yes : Truth.No;

    protected override void Values(Facts facts, int back, Trace into) =>
        into.Add(name, Figure.TryRead(facts, back, out _) ? "known" : "unknown");
}
