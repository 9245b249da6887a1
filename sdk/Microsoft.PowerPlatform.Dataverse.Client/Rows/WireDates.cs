using System;
using System.Globalization;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>Dates on the wire: days as <c>2026-03-31</c>, times as <c>2026-03-31T09:00:00Z</c>.</summary>
internal static class WireDates
{
    /// <summary>A time whose kind is not told is taken for UTC, as the platform does.</summary>
    public static string Text(DateTime value, ColumnKind kind) => kind == ColumnKind.Date
        ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : (value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    public static DateTime Read(string text) => text.Length == 10
        ? DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
