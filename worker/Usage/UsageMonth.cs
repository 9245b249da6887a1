using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CrmAddon.Worker.Usage;

/// <summary>Months, read out of a date and time as cost exports write it.</summary>
internal static class UsageMonth
{
    // ISO 8601 as FOCUS demands it, and what exports write instead. No order of day and month is guessed: 9/2/2023 is refused.
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFF 'UTC'",
    ];

    /// <summary>The first day of the month, in UTC, of a date and time; a text without an offset is UTC.</summary>
    public static bool TryRead([NotNullWhen(true)] string? text, out DateOnly month)
    {
        month = default;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Utc, out var time))
            return false;
        month = new DateOnly(time.Year, time.Month, 1);
        return true;
    }

    /// <summary>A month as <c>2026-03</c>.</summary>
    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
