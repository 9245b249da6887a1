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
    private const long PerResult = 8;

    /// <summary>The steps of a case with one partner in each role of the program, every rule in effect.</summary>
    public static long Of(BoundProgram program)
    {
        var credits = program.Credits.Sum(Of);
        var churn = program.Churn is { } condition ? Of(condition) : 1;
        return credits + churn + program.Commissions.Sum(rule => Of(rule, program.Roles.Count)) + program.Tiers.Sum(rule => Of(rule.When));
    }

    /// <summary>Whether it fits, which rules are exceptions to it, and the shares.</summary>
    public static long Of(CreditRule rule) => 1 + (rule.When is { } when ? Of(when) : 0) + rule.Exceptions.Count + rule.Action.Roles.Count;

    /// <summary>Its conditions, accelerators and steps, for each role that earns.</summary>
    public static long Of(CommissionRule rule, int roles) =>
        (rule.Roles?.Count ?? roles) * (PerResult + rule.Conditions.Sum(Of) + rule.Rating.Steps.Count);

    private static long Of(Condition condition) => condition switch
    {
        Running running => running.Months * (1 + Inner(running)),
        QuantityTest test => 1 + Of(test.Left) + Of(test.Right),
        KnownFigureTest test => 1 + Of(test.Figure),
        ValueTest test => 1 + test.Expected.Count,
        _ => 1 + Inner(condition),
    };

    private static long Inner(Condition condition) => condition.Inner.Sum(Of);

    private static long Of(Quantity quantity) => quantity switch
    {
        FigureQuantity figure => figure.Figure == UsageFigure.Growth ? 2L * figure.Months : figure.Months,
        _ => 1 + quantity.Inner.Sum(Of),
    };
}
