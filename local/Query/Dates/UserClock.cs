using System;

namespace CrmAddon.Local.Query.Dates;

/// <summary>Between UTC and the time that the user's clock shows.</summary>
internal static class UserClock
{
    /// <summary>UTC of a time on the user's clock. A time that the clock skips in spring counts as an hour later.</summary>
    public static DateTime ToUtc(DateTime wall, TimeZoneInfo zone)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(wall) ? wall.AddHours(1) : wall, zone);
    }

    public static DateTime FromUtc(DateTime utc, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
}
