using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Query.Dates;

/// <summary>
/// The organization's fiscal years and their periods. Without settings: quarters of calendar years.
/// <see href="https://learn.microsoft.com/power-platform/admin/work-fiscal-year-settings">Fiscal year settings</see>
/// </summary>
internal sealed record FiscalCalendar(int StartMonth, int StartDay, FiscalPeriods Kind, bool NamedByEnd)
{
    private static readonly string[] SettingColumns = ["fiscalcalendarstart", "fiscalperiodtype", "fiscalyeardisplaycode"];

    private const int FourWeeks = 28;

    /// <summary>Periods of a year.</summary>
    public int Count => Kind switch
    {
        FiscalPeriods.Annually => 1,
        FiscalPeriods.Semiannually => 2,
        FiscalPeriods.Monthly => 12,
        FiscalPeriods.FourWeeks => 13,
        _ => 4,
    };

    public static FiscalCalendar Of(Organization organization)
    {
        var table = organization.Table("organization");
        var row = organization.Rows.Read(table, organization.Ids.Organization, [.. SettingColumns.Where(table.Has).Select(c => table[c])]);
        var start = row?.GetAttributeValue<DateTime?>("fiscalcalendarstart") ?? new DateTime(2000, 1, 1);
        var kind = Number(row, "fiscalperiodtype") is { } type && Enum.IsDefined((FiscalPeriods)type) ? (FiscalPeriods)type : FiscalPeriods.Quarterly;
        return new FiscalCalendar(start.Month, start.Day, kind, Number(row, "fiscalyeardisplaycode") == 2);
    }

    /// <summary>The name of the fiscal year that a day is in, and the number of its period in it, from 1.</summary>
    public (int Year, int Period) Of(DateTime day)
    {
        var start = StartOfYearAt(day);
        return (Name(start), PeriodAt(start, day));
    }

    /// <summary>So many whole fiscal years, the first one a number of years after (before) that of today.</summary>
    public DateRange Years(DateTime today, int offset, int count)
    {
        var first = StartOfYearAt(today).Year + offset;
        return new(Start(first), Start(first + count));
    }

    /// <summary>The fiscal year of this name.</summary>
    public DateRange Year(int name) => new(Start(First(name)), Start(First(name) + 1));

    /// <summary>So many periods, the first one a number of periods after (before) that of today.</summary>
    public DateRange Periods(DateTime today, int offset, int count)
    {
        var start = StartOfYearAt(today);
        var number = ((long)start.Year * Count) + PeriodAt(start, today) - 1 + offset;
        return new(StartOfPeriod(number), StartOfPeriod(number + count));
    }

    /// <summary>A period of the fiscal year of this name; null where the year has no such period.</summary>
    public DateRange? Period(int name, int period)
    {
        if (period < 1 || period > Count)
        {
            return null;
        }

        var number = ((long)First(name) * Count) + period - 1;
        return new(StartOfPeriod(number), StartOfPeriod(number + 1));
    }

    /// <summary>A year as people read it: <c>FY2026</c>.</summary>
    public static string Label(int year) => "FY" + year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A period as people read it: <c>Quarter 1 FY2026</c>.</summary>
    public string Label(int year, int period) => Kind switch
    {
        FiscalPeriods.Annually => Label(year),
        FiscalPeriods.Semiannually => $"Semester {period} {Label(year)}",
        FiscalPeriods.Quarterly => $"Quarter {period} {Label(year)}",
        FiscalPeriods.Monthly => $"{Month(period)} {Label(year)}",
        _ => $"P{period} {Label(year)}",
    };

    private static int? Number(Entity? row, string column) =>
        row is not null && row.Attributes.TryGetValue(column, out var value) ? (value as OptionSetValue)?.Value ?? value as int? : null;

    private string Month(int period) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(((StartMonth + period - 2) % 12) + 1);

    private DateTime Start(int year) => new(year, StartMonth, Math.Min(StartDay, DateTime.DaysInMonth(year, StartMonth)));

    private DateTime StartOfYearAt(DateTime day) => Start(day.Year) is var start && day.Date >= start ? start : Start(day.Year - 1);

    private int Name(DateTime start) => NamedByEnd ? Start(start.Year + 1).AddDays(-1).Year : start.Year;

    /// <summary>The calendar year in which the fiscal year of this name starts.</summary>
    private int First(int name) => NamedByEnd && Start(2001) > new DateTime(2001, 1, 1) ? name - 1 : name;

    private int PeriodAt(DateTime start, DateTime day)
    {
        var period = 1;
        while (period < Count && day.Date >= StartOfPeriod(start, period + 1))
        {
            period++;
        }

        return period;
    }

    private DateTime StartOfPeriod(long number) => StartOfPeriod(Start((int)Math.DivRem(number, Count).Quotient), (int)(number % Count) + 1);

    private DateTime StartOfPeriod(DateTime start, int period) => Kind == FiscalPeriods.FourWeeks
        ? start.AddDays(FourWeeks * (period - 1))
        : start.AddMonths(12 / Count * (period - 1));
}

/// <summary>How a fiscal year is divided; the numbers are those of <c>organization.fiscalperiodtype</c>.</summary>
internal enum FiscalPeriods
{
    Annually = 2000,
    Semiannually = 2001,
    Quarterly = 2002,
    Monthly = 2003,
    FourWeeks = 2004,
}
