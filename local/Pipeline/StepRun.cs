using System;
using System.Diagnostics;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// One run of a step as the platform's sandbox watches it: how long it may take, on which thread it works, and whether it is over.
/// The time is real time, whatever clock the Dataverse has; a step that others wait for may take no longer than they have left.
/// </summary>
internal sealed class StepRun
{
    private readonly string _class;
    private readonly TimeSpan? _limit;
    private readonly bool _inOneThread;
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long _deadline = long.MaxValue;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private volatile bool _ended;

    /// <param name="className">The plug-in class.</param>
    /// <param name="rules">What holds.</param>
    /// <param name="around">The run that waits for this one.</param>
    /// <param name="isSynchronous">Whether the operation belongs to this thread: other threads can never take part in it here.</param>
    public StepRun(string className, PlatformRules rules, StepRun? around, bool isSynchronous)
    {
        _class = className;
        _limit = rules.TimeLimit;
        _inOneThread = isSynchronous || rules.NoParallelExecution;
        if (_limit is { } limit)
        {
            var ownDeadline = _start + (long)(limit.TotalSeconds * Stopwatch.Frequency);
            _deadline = around is null || !isSynchronous ? ownDeadline : Math.Min(ownDeadline, around._deadline);
        }
    }

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Called before each request of the step's service.</summary>
    public void CheckCall()
    {
        if (_ended)
        {
            throw Faults.Argument($"{_class} used its organization service after its execution had ended: a service belongs to one execution.");
        }

        if (_inOneThread && Environment.CurrentManagedThreadId != _thread)
        {
            throw Faults.Argument(
                $"{_class} used its organization service on a second thread: plug-ins may not execute in parallel, nor wait for tasks that call the service.");
        }

        CheckTime();
    }

    /// <summary>Called when the class returned, and before each request.</summary>
    /// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/write-plug-in#time-and-resource-constraints"/>
    public void CheckTime()
    {
        if (Stopwatch.GetTimestamp() > _deadline)
        {
            throw Faults.TimeLimit(_class, _limit!.Value);
        }
    }

    public void End() => _ended = true;
}
