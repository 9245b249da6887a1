using System;
using System.Threading;

namespace CrmAddon.WebApi.Tests;

/// <summary>A clock that goes on only when it is told.</summary>
internal sealed class StandingClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan time) => _now += time;
}

/// <summary>A clock that goes on by a second whenever somebody looks.</summary>
internal sealed class HurryingClock : TimeProvider
{
    private long _ticks = new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Add(ref _ticks, TimeSpan.TicksPerSecond);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;
}
