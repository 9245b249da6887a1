using System.Linq;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

/// <summary>How far back the rules on usage read.</summary>
internal static class Lookback
{
    /// <summary>Months before the judged one.</summary>
    public static int Of(BoundProgram program) =>
        program.Commissions.Where(rule => !rule.OnDeals).SelectMany(rule => rule.Conditions)
            .Concat(program.Credits.Where(rule => rule.ForUsage && rule.When is not null).Select(rule => rule.When!))
            .Select(Of)
            .Concat([program.Churn is { } churn ? Of(churn) : 0])
            .Max();

    /// <summary>Months before the judged one that tiers read.</summary>
    public static int OfTiers(BoundProgram program) => program.Tiers.Select(tier => Of(tier.When)).DefaultIfEmpty(0).Max();

    private static int Of(Condition condition) => condition switch
    {
        Running running => running.Months - 1 + Inner(running),
        QuantityTest test => test.Left.Walk().Concat(test.Right.Walk()).OfType<FigureQuantity>().Select(Of).DefaultIfEmpty(0).Max(),
        KnownFigureTest known => Of(known.Figure),
        _ => Inner(condition),
    };

    private static int Inner(Condition condition) => condition.Inner.Select(Of).DefaultIfEmpty(0).Max();

    // Growth compares the window with the one before it, retention two months.
    private static int Of(FigureQuantity figure) => figure.Figure switch
    {
        UsageFigure.Growth => (2 * figure.Months) - 1,
        UsageFigure.Retention => figure.Months,
        _ => figure.Months - 1,
    };
}
