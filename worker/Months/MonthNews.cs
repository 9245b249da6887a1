using System;
using System.Collections.Generic;

namespace CrmAddon.Worker.Months;

/// <summary>
/// Keeps a service that asks again and again from saying the same again and again: what a month is waiting for is told when it changes, and
/// once more for each day that it lasts.
/// </summary>
internal sealed class MonthNews(TimeProvider clock)
{
    private static readonly TimeSpan Reminder = TimeSpan.FromDays(1);

    private readonly Dictionary<(string Program, string Month), (MonthReport Report, DateTimeOffset On)> _told = [];

    /// <summary>Whether a report is worth telling, and whether it is a reminder of what was told before.</summary>
    public (bool IsNews, bool IsReminder) Take(MonthReport report)
    {
        var key = (report.Program, report.Month);
        var now = clock.GetUtcNow();
        var isKnown = _told.TryGetValue(key, out var told) && told.Report == report;
        if (isKnown && now - told.On < Reminder)
            return (false, true);
        if (report.Outcome == MonthOutcome.Closed)
            _told.Remove(key);
        else
            _told[key] = (report, now);
        return (true, isKnown);
    }
}
