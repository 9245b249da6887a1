using System;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>A rule whose window is a quarter or a year begins and ends with one, so that one version rates a whole window.</summary>
internal sealed class WindowCheck(CheckContext context)
{
    public void Run(EffectiveClause? effective, int windowMonths)
    {
        if (effective is null || (Begins(effective.From, windowMonths) && EndsBefore(effective.Until, windowMonths)))
            return;
        var first = Month.Of(effective.From);
        var window = context.FiscalYear.WindowOf(first, windowMonths);
        context.Bag.Add(Problems.NotAWholeWindow(effective.Range, windowMonths == 12, window, window.AddMonths(windowMonths)));
    }

    // Days within a month have been reported as such.
    private bool Begins(DateTime day, int windowMonths) =>
        day.Day != 1 || context.FiscalYear.WindowOf(Month.Of(day), windowMonths) == Month.Of(day);

    private bool EndsBefore(DateTime? until, int windowMonths) =>
        until is not { } day || day.Date == DateTime.MaxValue.Date || Begins(day.AddDays(1), windowMonths);
}
