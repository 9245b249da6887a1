using System;
using System.Collections.Generic;
using System.Threading;

namespace CrmAddon.Local.WebApi.Protection;

/// <summary>What one user asked within the window, second by second.</summary>
internal sealed class UserLoad
{
    private readonly Lock _gate = new();
    private readonly Queue<Second> _seconds = [];
    private Second? _newest;
    private long _requests;
    private TimeSpan _execution;
    private int _running;

    /// <summary>Takes a request in, unless a limit is reached.</summary>
    public LoadState Enter(ServiceProtectionLimits limits, DateTimeOffset now)
    {
        lock (_gate)
        {
            Forget(now - limits.Window);
            var state = new LoadState(Exceeded(limits), RetryAfter(limits, now), limits.Requests - _requests, limits.Execution - _execution);
            if (state.Exceeded != Limit.None)
            {
                return state;
            }

            _running++;
            Current(now).Requests++;
            _requests++;
            return state with { RemainingRequests = limits.Requests - _requests };
        }
    }

    public void Leave(TimeSpan took, DateTimeOffset now)
    {
        lock (_gate)
        {
            _running--;
            Current(now).Execution += took;
            _execution += took;
        }
    }

    private Limit Exceeded(ServiceProtectionLimits limits) =>
        _running >= limits.Concurrent ? Limit.Concurrent
        : _requests >= limits.Requests ? Limit.Requests
        : _execution >= limits.Execution ? Limit.Execution
        : Limit.None;

    /// <summary>Until the oldest second of the window is forgotten; a running request may end at any moment.</summary>
    private TimeSpan RetryAfter(ServiceProtectionLimits limits, DateTimeOffset now) => _seconds.TryPeek(out var oldest) && _running < limits.Concurrent
        ? oldest.At + limits.Window + TimeSpan.FromSeconds(1) - now
        : TimeSpan.FromSeconds(1);

    private void Forget(DateTimeOffset before)
    {
        while (_seconds.TryPeek(out var oldest) && oldest.At < before)
        {
            _seconds.Dequeue();
            _requests -= oldest.Requests;
            _execution -= oldest.Execution;
        }

        if (_seconds.Count == 0)
        {
            _newest = null;
        }
    }

    private Second Current(DateTimeOffset now)
    {
        var at = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        if (_newest is null || _newest.At != at)
        {
            _newest = new Second(at);
            _seconds.Enqueue(_newest);
        }

        return _newest;
    }

    private sealed class Second(DateTimeOffset at)
    {
        public DateTimeOffset At { get; } = at;

        public long Requests { get; set; }

        public TimeSpan Execution { get; set; }
    }
}

/// <summary>A limit that a user has reached.</summary>
internal enum Limit
{
    None,
    Requests,
    Execution,
    Concurrent,
}

/// <summary>Where a user stands.</summary>
internal readonly record struct LoadState(Limit Exceeded, TimeSpan RetryAfter, long RemainingRequests, TimeSpan RemainingExecution);
