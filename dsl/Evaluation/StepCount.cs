using System.Linq;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// How many steps a case may take at most, known before it is judged. A step is a field, an amount, a month of usage or a
/// comparison; what repeats a condition (months running, a role, an accelerator) counts it as often.
/// </summary>
internal static class StepCount
{
    // Measure, rate, cap, floor, share, rounding, hold, and the entry itself.
    private const double PerResult = 8;

    private const double Most = 1e15;

    /// <summary>The steps of a case with one partner in each role of the program, every rule in effect.</summary>
    public static long Of(BoundProgram program) => Whole(
        program.Credits.Sum(Count) + (program.Churn is { } churn ? Count(churn) : 1)
        + program.Commissions.Sum(rule => Count(rule, program.Roles.Count)) + program.Tiers.Sum(rule => Count(rule.When)));

    /// <summary>Whether it fits, which rules are exceptions to it, and the shares.</summary>
    public static long Of(CreditRule rule) => Whole(Count(rule));

    /// <summary>Its conditions, accelerators and steps, for each role that earns.</summary>
    public static long Of(CommissionRule rule, int roles) => Whole(Count(rule, roles));

    /// <summary>The steps of one condition.</summary>
    public static long Of(Condition condition) => Whole(Count(condition));

    // Conditions of months running within each other multiply beyond every whole number.
    private static long Whole(double steps) => (long)System.Math.Min(steps, Most);

    private static double Count(CreditRule rule) =>
        1 + (rule.When is { } when ? Count(when) : 0) + rule.Exceptions.Count + rule.Action.Roles.Count;

    private static double Count(CommissionRule rule, int roles) =>
        (rule.Roles?.Count ?? roles) * (PerResult + rule.Conditions.Sum(Count) + rule.Rating.Steps.Count);

    private static double Count(Condition condition) => condition switch
    {
        Running running => running.Months * (1 + Inner(running)),
        QuantityTest test => 1 + Count(test.Left) + Count(test.Right),
        KnownFigureTest test => 1 + Count(test.Figure),
        ValueTest test => 1 + test.Expected.Count,
        _ => 1 + Inner(condition),
    };

    private static double Inner(Condition condition) => condition.Inner.Sum(Count);

    private static double Count(Quantity quantity) => quantity switch
    {
        FigureQuantity figure => figure.Figure == UsageFigure.Growth ? 2.0 * figure.Months : figure.Months,
        _ => 1 + quantity.Inner.Sum(Count),
    };
}
