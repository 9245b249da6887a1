using System;
using System.Globalization;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Store;

/// <summary>
/// Dates in the file: <c>yyyy-MM-dd</c> for date-only columns, <c>yyyy-MM-dd HH:mm:ss</c> otherwise, in UTC unless the column is
/// independent of time zones. Whole seconds, as the platform keeps them. Text order is time order.
/// </summary>
internal static class Dates
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    public static string ToText(DateTime value, DateBehavior behavior) => behavior switch
    {
        DateBehavior.DateOnly => value.ToString(DateFormat, CultureInfo.InvariantCulture),
        DateBehavior.TimeZoneIndependent => value.ToString(TimeFormat, CultureInfo.InvariantCulture),
        _ => (value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value).ToString(TimeFormat, CultureInfo.InvariantCulture),
    };

    public static DateTime ToDate(string text, DateBehavior behavior) => behavior switch
    {
        DateBehavior.DateOnly => DateTime.ParseExact(text, DateFormat, CultureInfo.InvariantCulture),
        DateBehavior.TimeZoneIndependent => DateTime.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture),
        _ => DateTime.SpecifyKind(DateTime.ParseExact(text, TimeFormat, CultureInfo.InvariantCulture), DateTimeKind.Utc),
    };
}
