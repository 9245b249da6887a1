using System;
using System.Collections.Generic;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// Usage and the figures made of it, for windows of months that end with the judged month or with one before it. A window that
/// begins before the first month with usage is unknown, for there is nothing to compare with.
/// </summary>
internal sealed class UsageFigures
{
    // Where the months come one by one they stand here, the judged one first, and take the place of a history.
    private readonly UsageHistory? history;
    private readonly bool everyMonth;
    private decimal[] recent = [];
    private int recentMonths;

    // Examples and the search for conflicts state figures without the months behind them; a stated null is unknown.
    private Dictionary<(UsageFigure Figure, int Months), decimal?>? stated;

    /// <param name="history">The months as they are known.</param>
    /// <param name="month">The judged month.</param>
    /// <param name="everyMonth">Whether what is stated of the judged month holds for those before it too.</param>
    public UsageFigures(UsageHistory history, Month month, bool everyMonth = false)
    {
        this.history = history;
        this.everyMonth = everyMonth;
        Month = month;
    }

    /// <summary>Figures of months that are added one by one; reused from case to case.</summary>
    public UsageFigures()
    {
    }

    public Month Month { get; private set; }

    // How many months before the judged one usage began; negative where it began later or never.
    private int SinceFirst => history is null ? recentMonths - 1 : history.First is { } first ? Month.MonthsSince(first) : -1;

    /// <summary>What has been added for the judged month.</summary>
    public decimal Latest => recent[0];

    public void Begin(Month month)
    {
        Month = month;
        while (recentMonths > 0)
            recent[--recentMonths] = 0;
    }

    /// <summary>Adds usage of a month so many before the judged one.</summary>
    public void Add(int back, decimal amount)
    {
        if (back >= recent.Length)
            Array.Resize(ref recent, back + 12);
        recent[back] += amount;
        recentMonths = Math.Max(recentMonths, back + 1);
    }

    /// <summary>Where retention is read; null where there is nothing to read it from.</summary>
    public Retention? Retention { get; set; }

    /// <summary>States a figure of the judged month instead of computing it.</summary>
    public void State(UsageFigure figure, int months, decimal? value) =>
        (stated ??= [])[(figure, months)] = value;

    /// <summary>The same stated figures over another history.</summary>
    public UsageFigures Over(UsageHistory other) => new(other, Month, everyMonth)
    {
        Retention = Retention,
        stated = stated is null ? null : new Dictionary<(UsageFigure Figure, int Months), decimal?>(stated),
    };

    /// <summary>Whether the figure is stated and not computed.</summary>
    public bool States(UsageFigure figure, int months) => stated is not null && stated.ContainsKey((figure, months));

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
        // One month alone is never unknown: a month without rows used nothing.
        if (SinceFirst < back + months - 1)
            return months == 1;
        for (var i = back; i < back + months; i++)
            total += history is null ? recent[i] : history[Month.AddMonths(-i)];
        return true;
    }
}
