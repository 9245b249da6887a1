using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.SystemJobs;

namespace CrmAddon.Local;

/// <summary>
/// The asynchronous service of the local Dataverse. It runs the system jobs (rows of asyncoperation) that asynchronous steps left,
/// in order of creation. A step has no transaction around it: each of its calls commits by itself, as in the platform.
/// </summary>
[SuppressMessage("Design", "CA1068", Justification = "A callback that is written out reads best as the last argument.")]
public sealed class AsyncService
{
    private readonly Organization _organization;
    private readonly JobRunner _runner;

    internal AsyncService(Organization organization)
    {
        _organization = organization;
        _runner = new JobRunner(organization);
    }

    /// <summary>Jobs that are neither done nor failed.</summary>
    /// <returns>The number of jobs that are ready, waiting for another attempt, or running.</returns>
    public long CountOpen()
    {
        lock (_organization.Database.Gate)
        {
            return _organization.Jobs.CountOpen();
        }
    }

    /// <summary>
    /// Runs jobs until none is left, also those that jobs leave. A job that asks for a retry gets up to four attempts, with a wait by
    /// the clock that doubles each time; the call waits for it only when nothing else is ready.
    /// </summary>
    /// <param name="cancellationToken">Stops between two jobs.</param>
    /// <param name="progress">Called after each job, and before a wait: a test advances its clock then.</param>
    /// <returns>Jobs that came to an end, failed ones included.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled; what is done stays done.</exception>
    public int RunUntilIdle(CancellationToken cancellationToken = default, Action<AsyncProgress>? progress = null)
    {
        var totals = new Totals();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (RunNext(totals, progress))
            {
                continue;
            }

            if (NextPostponed() is not { } postponed)
            {
                return totals.Done;
            }

            progress?.Invoke(totals.Progress(postponed.Name, postponed.PostponeUntil));
            Wait(postponed, cancellationToken);

            // The wait was the clock's own: the job is due, even by a clock that stands still.
            Run(postponed, totals, progress);
        }
    }

    /// <summary>Runs the jobs that are ready now, and waits for none.</summary>
    /// <param name="cancellationToken">Stops between two jobs.</param>
    /// <param name="progress">Called after each job.</param>
    /// <returns>Jobs that came to an end, failed ones included.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled; what is done stays done.</exception>
    public int RunReady(CancellationToken cancellationToken = default, Action<AsyncProgress>? progress = null)
    {
        var totals = new Totals();
        while (RunNext(totals, progress))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return totals.Done;
    }

    private bool RunNext(Totals totals, Action<AsyncProgress>? progress)
    {
        Job? job;
        lock (_organization.Database.Gate)
        {
            job = _organization.Jobs.Next();
            if (job is not null)
            {
                totals.Add(_runner.Run(job));
            }
        }

        if (job is not null)
        {
            progress?.Invoke(totals.Progress(job.Name, null));
        }

        return job is not null;
    }

    private void Run(Job job, Totals totals, Action<AsyncProgress>? progress)
    {
        lock (_organization.Database.Gate)
        {
            totals.Add(_runner.Run(job));
        }

        progress?.Invoke(totals.Progress(job.Name, null));
    }

    private Job? NextPostponed()
    {
        lock (_organization.Database.Gate)
        {
            return _organization.Jobs.NextPostponed();
        }
    }

    private void Wait(Job job, CancellationToken cancellationToken)
    {
        var clock = _organization.Options.Clock;
        var wait = new DateTimeOffset(job.PostponeUntil!.Value, TimeSpan.Zero) - clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            Task.Delay(wait, clock, cancellationToken).GetAwaiter().GetResult();
        }
    }

    private sealed class Totals
    {
        private int _succeeded;
        private int _failed;
        private int _postponed;

        public int Done => _succeeded + _failed;

        public void Add(JobResult result)
        {
            switch (result)
            {
                case JobResult.Succeeded:
                    _succeeded++;
                    break;
                case JobResult.Failed:
                    _failed++;
                    break;
                default:
                    _postponed++;
                    break;
            }
        }

        public AsyncProgress Progress(string name, DateTime? waitsUntil) => new(_succeeded, _failed, _postponed, name, waitsUntil);
    }
}
