using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

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
