using System;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Dates;

/// <summary>
/// The spans of time that date operators mean, by the user's clock; weeks start on Sunday. "Last" spans begin at midnight (hours: now)
/// and end now, "next" spans begin now and end with their last day.
/// </summary>
internal static class RelativeDates
{
    /// <summary>The span of an operator without a value, or null where the operator is none of them.</summary>
    public static DateRange? Of(ConditionOperator op, DateTime now, Func<FiscalCalendar> fiscal)
    {
        var today = now.Date;
        var week = today.AddDays(-(int)today.DayOfWeek);
        var month = new DateTime(today.Year, today.Month, 1);
        var year = new DateTime(today.Year, 1, 1);
        return op switch
        {
            ConditionOperator.Yesterday => DateRange.Day(today.AddDays(-1)),
            ConditionOperator.Today => DateRange.Day(today),
            ConditionOperator.Tomorrow => DateRange.Day(today.AddDays(1)),
            ConditionOperator.Last7Days => new(today.AddDays(-7), Soon(now)),
            ConditionOperator.Next7Days => new(now, today.AddDays(8)),
            ConditionOperator.LastWeek => new(week.AddDays(-7), week),
            ConditionOperator.ThisWeek => new(week, week.AddDays(7)),
            ConditionOperator.NextWeek => new(week.AddDays(7), week.AddDays(14)),
            ConditionOperator.LastMonth => new(month.AddMonths(-1), month),
            ConditionOperator.ThisMonth => new(month, month.AddMonths(1)),
            ConditionOperator.NextMonth => new(month.AddMonths(1), month.AddMonths(2)),
            ConditionOperator.LastYear => new(year.AddYears(-1), year),
            ConditionOperator.ThisYear => new(year, year.AddYears(1)),
            ConditionOperator.NextYear => new(year.AddYears(1), year.AddYears(2)),
            ConditionOperator.LastFiscalYear => fiscal().Years(today, -1, 1),
            ConditionOperator.ThisFiscalYear => fiscal().Years(today, 0, 1),
            ConditionOperator.NextFiscalYear => fiscal().Years(today, 1, 1),
            ConditionOperator.LastFiscalPeriod => fiscal().Periods(today, -1, 1),
            ConditionOperator.ThisFiscalPeriod => fiscal().Periods(today, 0, 1),
            ConditionOperator.NextFiscalPeriod => fiscal().Periods(today, 1, 1),
            _ => null,
        };
    }

    /// <summary>Whether the operator takes a number of units.</summary>
    public static bool Counts(ConditionOperator op) => op is
        (>= ConditionOperator.LastXHours and <= ConditionOperator.NextXYears)
        or (>= ConditionOperator.OlderThanXYears and <= ConditionOperator.OlderThanXMinutes)
        or ConditionOperator.OlderThanXMonths
        or (>= ConditionOperator.LastXFiscalYears and <= ConditionOperator.NextXFiscalPeriods);

    /// <summary>Whether the operator looks at hours or minutes, which date-only columns do not have.</summary>
    public static bool NeedsTime(ConditionOperator op) => op is ConditionOperator.LastXHours or ConditionOperator.NextXHours
        or ConditionOperator.OlderThanXHours or ConditionOperator.OlderThanXMinutes;

    /// <summary>The span of an operator that takes a number of units.</summary>
    public static DateRange Of(ConditionOperator op, int x, DateTime now, Func<FiscalCalendar> fiscal)
    {
        var today = now.Date;
        try
        {
            return op switch
            {
                ConditionOperator.LastXHours => new(now.AddHours(-x), Soon(now)),
                ConditionOperator.NextXHours => new(now, Soon(now).AddHours(x)),
                ConditionOperator.LastXDays => new(today.AddDays(-x), Soon(now)),
                ConditionOperator.NextXDays => new(now, today.AddDays(x + 1.0)),
                ConditionOperator.LastXWeeks => new(today.AddDays(-7.0 * x), Soon(now)),
                ConditionOperator.NextXWeeks => new(now, today.AddDays((7.0 * x) + 1)),
                ConditionOperator.LastXMonths => new(today.AddMonths(-x), Soon(now)),
                ConditionOperator.NextXMonths => new(now, today.AddMonths(x).AddDays(1)),
                ConditionOperator.LastXYears => new(today.AddYears(-x), Soon(now)),
                ConditionOperator.NextXYears => new(now, today.AddYears(x).AddDays(1)),
                ConditionOperator.OlderThanXMinutes => new(null, now.AddMinutes(-x)),
                ConditionOperator.OlderThanXHours => new(null, now.AddHours(-x)),
                ConditionOperator.OlderThanXDays => new(null, today.AddDays(-x)),
                ConditionOperator.OlderThanXWeeks => new(null, today.AddDays(-7.0 * x)),
                ConditionOperator.OlderThanXMonths => new(null, today.AddMonths(-x)),
                ConditionOperator.OlderThanXYears => new(null, today.AddYears(-x)),
                ConditionOperator.LastXFiscalYears => fiscal().Years(today, -x, x),
                ConditionOperator.NextXFiscalYears => fiscal().Years(today, 1, x),
                ConditionOperator.LastXFiscalPeriods => fiscal().Periods(today, -x, x),
                _ => fiscal().Periods(today, 1, x),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Faults.Argument($"{op}: {x} reaches out of the calendar.");
        }
    }

    // Now itself belongs to what was until now.
    private static DateTime Soon(DateTime now) => now.AddSeconds(1);
}
