using System;
using System.Globalization;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Query.Dates;

/// <summary>The parts of dates that aggregates group by, as SQL.</summary>
internal static class DatePartSql
{
    public static string Of(ResolvedColumn column, QueryDatePart part, QueryContext context, bool userTimeZone)
    {
        var time = userTimeZone ? UserTime(column, context) : column.Sql;
        return part switch
        {
            QueryDatePart.Year => $"CAST(substr({time}, 1, 4) AS INTEGER)",
            QueryDatePart.Quarter => Quarter(time, context.Fiscal),
            QueryDatePart.Month => $"CAST(substr({time}, 6, 2) AS INTEGER)",

            // As SQL Server counts: week 1 is the one with January 1, and a week starts on Sunday.
            QueryDatePart.Week => $"(CAST(strftime('%j', {time}) AS INTEGER) + CAST(strftime('%w', substr({time}, 1, 4) || '-01-01') AS INTEGER) - 1) / 7 + 1",
            QueryDatePart.FiscalPeriod => Fiscal(time, context.Fiscal),
            QueryDatePart.FiscalYear => $"{Fiscal(time, context.Fiscal)} / 100",
            _ => $"CAST(substr({time}, 9, 2) AS INTEGER)",
        };
    }

    /// <summary>The column's time on the user's clock.</summary>
    public static string UserTime(ResolvedColumn column, QueryContext context) =>
        column.Column.DateBehavior != DateBehavior.UserLocal || ReferenceEquals(context.Zone, TimeZoneInfo.Utc)
            ? column.Sql
            : $"user_time({column.Sql}, '{context.Zone.Id.Replace("'", "''", StringComparison.Ordinal)}')";

    /// <summary>Fiscal year and period, as <c>year * 100 + period</c>.</summary>
    public static string Fiscal(string time, FiscalCalendar calendar) => string.Create(
        CultureInfo.InvariantCulture,
        $"fiscal_period({time}, {calendar.StartMonth}, {calendar.StartDay}, {(int)calendar.Kind}, {(calendar.NamedByEnd ? 1 : 0)})");

    private static string Quarter(string time, FiscalCalendar calendar) => calendar is { StartMonth: 1, StartDay: 1 }
        ? $"(CAST(substr({time}, 6, 2) AS INTEGER) + 2) / 3"
        : $"{Fiscal(time, calendar with { Kind = FiscalPeriods.Quarterly })} % 100";
}
