using System;

namespace CrmAddon.Local.Tests;

/// <summary>A clock that moves when told to: Sunday, 15 March 2026, 12:00 UTC at first.</summary>
internal sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
