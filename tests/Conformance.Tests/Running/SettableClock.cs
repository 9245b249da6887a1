using System;

namespace CrmAddon.Conformance.Running;

/// <summary>A clock that stands until a case moves it.</summary>
internal sealed class SettableClock(DateTime now) : TimeProvider
{
    /// <summary>Wednesday, 13 May 2026, 10:00 UTC: when a world's file says nothing else.</summary>
    public static readonly DateTime Start = new(2026, 5, 13, 10, 0, 0, DateTimeKind.Utc);

    public DateTime Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => new(Now);
}
