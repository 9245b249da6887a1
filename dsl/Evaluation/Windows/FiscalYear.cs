using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>The months that a commission adds up: one, a quarter or a year of the program's fiscal year.</summary>
/// <param name="FirstMonth">The number of the month with which the fiscal year begins, 1 to 12.</param>
internal sealed record FiscalYear(int FirstMonth)
{
    public static FiscalYear Calendar { get; } = new(1);

    /// <summary>The first month of the window of 1, 3 or 12 months that holds the month.</summary>
    public Month WindowOf(Month month, int length)
    {
        var into = (month.Number - FirstMonth + 12) % 12 % length;
        return month.AddMonths(-Math.Min(into, month.MonthsSince(default)));
    }
}
