using System;
using System.Globalization;

namespace CrmAddon.Plugins.Tests;

/// <summary>A clock that stands where a test puts it.</summary>
internal sealed class WorldClock(string day) : TimeProvider
{
    private DateTimeOffset _now = Of(day);

    public void Set(string date) => _now = Of(date);

    public override DateTimeOffset GetUtcNow() => _now;

    private static DateTimeOffset Of(string date) =>
        new(DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddHours(9), TimeSpan.Zero);
}
