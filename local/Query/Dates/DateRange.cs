using System;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Query.Dates;

/// <summary>A span of time by the user's clock: from (inclusive) to (exclusive), either of them open.</summary>
internal readonly record struct DateRange(DateTime? From, DateTime? To)
{
    /// <summary>A whole day; the calendar's last one has no end.</summary>
    public static DateRange Day(DateTime day) => new(day, day < DateTime.MaxValue.Date ? day.AddDays(1) : null);

    /// <summary>A whole second.</summary>
    public static DateRange Second(DateTime time)
    {
        var second = new DateTime(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond));
        return new(second, second < DateTime.MaxValue.AddSeconds(-1) ? second.AddSeconds(1) : null);
    }

    /// <summary>The start as a cell of the column.</summary>
    public string? FromCell(ColumnMetadata column, TimeZoneInfo zone) => From is { } from ? Cell(column, from, zone) : null;

    /// <summary>The end as a cell of the column; in a date-only column a time of the day counts as the whole day.</summary>
    public string? ToCell(ColumnMetadata column, TimeZoneInfo zone) => To is { } to
        ? Cell(column, column.DateBehavior == DateBehavior.DateOnly && to.TimeOfDay > TimeSpan.Zero ? to.Date.AddDays(1) : to, zone)
        : null;

    private static string Cell(ColumnMetadata column, DateTime wall, TimeZoneInfo zone) =>
        Store.Dates.ToText(column.DateBehavior == DateBehavior.UserLocal ? UserClock.ToUtc(wall, zone) : wall, column.DateBehavior);
}
