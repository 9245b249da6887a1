using System.Collections.Generic;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// Usage and the figures made of it, for windows of months that end with the judged month or with one before it. A window that
/// begins before the first month with usage is unknown, for there is nothing to compare with.
/// </summary>
/// <param name="history">The months as they are known.</param>
/// <param name="month">The judged month.</param>
/// <param name="everyMonth">Whether what is stated of the judged month holds for those before it too.</param>
internal sealed class UsageFigures(UsageHistory history, Month month, bool everyMonth = false)
{
    // Examples and the search for conflicts state figures without the months behind them; a stated null is unknown.
    private Dictionary<(UsageFigure Figure, int Months), decimal?>? stated;

    public Month Month { get; } = month;

    /// <summary>Where retention is read; null where there is nothing to read it from.</summary>
    public Retention? Retention { get; init; }

    /// <summary>States a figure of the judged month instead of computing it.</summary>
    public void State(UsageFigure figure, int months, decimal? value) =>
        (stated ??= [])[(figure, months)] = value;

    public bool TryRead(UsageFigure figure, int months, int back, out decimal value)
    {
        if (stated is not null && (back == 0 || everyMonth) && stated.TryGetValue((figure, months), out var given))
        {
            value = given ?? 0;
            return given is not null;
        }
        switch (figure)
        {
            case UsageFigure.Total:
                return TryTotal(months, back, out value);
            case UsageFigure.Average:
                var known = TryRead(UsageFigure.Total, months, back, out var total);
                value = total / months;
                return known;
            case UsageFigure.Growth:
                return TryGrowth(months, back, out value);
            default:
                value = 0;
                return Retention is not null && Month.MonthsSince(default) >= back
                    && Retention.TryRead(Month.AddMonths(-back), months, out value);
        }
    }

    private bool TryGrowth(int months, int back, out decimal growth)
    {
        growth = 0;
        if (!TryTotal(months, back + months, out var before) || before <= 0 || !TryTotal(months, back, out var now))
            return false;
        // Only a tiny past under a huge present divides beyond the range of a decimal.
        if (before < 0.000001m)
            return false;
        growth = (now - before) / before;
        return true;
    }

    private bool TryTotal(int months, int back, out decimal total)
    {
        total = 0;
        var sinceFirst = history.First is { } first ? Month.MonthsSince(first) : -1;
        var start = sinceFirst - back - months + 1;
        // One month alone is never unknown: a month without rows used nothing.
        if (start < 0)
            return months == 1;
        for (var i = 0; i < months; i++)
            total += history[Month.AddMonths(-back - i)];
        return true;
    }
}
