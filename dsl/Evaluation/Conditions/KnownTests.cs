using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

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
