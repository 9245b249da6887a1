using System;
using System.Globalization;
using CrmAddon.Local.Metadata;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Query.Dates;

/// <summary>
/// SQL functions over the text of dates: <c>user_time(utc, zone)</c> is the time on the clock of a zone, <c>fiscal_period(time, month,
/// day, kind, named_by_end)</c> the fiscal year and period as <c>year * 100 + period</c>.
/// </summary>
internal static class DateFunctions
{
    private const string Day = "yyyy-MM-dd";

    public static void Register(SqliteConnection connection)
    {
        var zone = TimeZoneInfo.Utc;
        connection.CreateFunction(
            "user_time",
            (string? utc, string id) =>
            {
                zone = zone.Id == id ? zone : TimeZoneInfo.FindSystemTimeZoneById(id);
                return utc is null
                    ? null
                    : Store.Dates.ToText(UserClock.FromUtc(Store.Dates.ToDate(utc, DateBehavior.UserLocal), zone), DateBehavior.TimeZoneIndependent);
            },
            isDeterministic: true);
        var calendar = new FiscalCalendar(1, 1, FiscalPeriods.Quarterly, false);
        connection.CreateFunction(
            "fiscal_period",
            (string? time, long month, long day, long kind, long namedByEnd) =>
            {
                if (time is null)
                {
                    return (long?)null;
                }

                var asked = new FiscalCalendar((int)month, (int)day, (FiscalPeriods)kind, namedByEnd != 0);
                calendar = calendar == asked ? calendar : asked;
                var (year, period) = calendar.Of(DateTime.ParseExact(time.AsSpan(0, Day.Length), Day, CultureInfo.InvariantCulture));
                return (year * 100L) + period;
            },
            isDeterministic: true);
    }
}
