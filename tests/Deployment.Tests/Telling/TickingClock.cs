using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Deployment.Tests;

/// <summary>A clock that stands until it is told to go on, with its timers.</summary>
internal sealed class TickingClock : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state)) { Next = _now + dueTime, Period = period };
        _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        _now += time;
        foreach (var timer in _timers.ToList().Where(timer => timer.Next <= _now))
        {
            timer.Next += timer.Period;
            timer.Run();
        }
    }

    private sealed class Timer(TickingClock clock, Action run) : ITimer
    {
        public TimeSpan Next { get; set; }

        public TimeSpan Period { get; init; }

        public void Run() => run();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => clock._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
