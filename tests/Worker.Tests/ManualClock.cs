using System;
using System.Globalization;

namespace CrmAddon.Worker.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = new(2026, 4, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    /// <param name="time">Such as <c>2026-04-02 08:00</c>, UTC.</param>
    public void Set(string time) => Now = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public void Advance(TimeSpan time) => Now += time;
}
