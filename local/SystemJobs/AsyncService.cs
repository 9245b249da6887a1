using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.SystemJobs;

namespace CrmAddon.Local;

/// <summary>
/// The asynchronous service of the local Dataverse: it runs the system jobs (rows of asyncoperation) that asynchronous steps left. A
/// caller runs them in order of creation, on his own thread; workers run them beside each other. A step has no transaction around
/// it: each of its calls commits by itself, as in the platform. A job that a killed process had begun is begun again.
/// </summary>
[SuppressMessage("Design", "CA1068", Justification = "A callback that is written out reads best as the last argument.")]
public sealed class AsyncService
{
    private static readonly TimeSpan WorkersTime = TimeSpan.FromMilliseconds(10);

    private readonly Organization _organization;
    private readonly JobRunner _runner;
    private readonly JobRows _rows;
    private readonly Lock _starting = new();
    private Workers? _workers;

    internal AsyncService(Organization organization)
    {
        _organization = organization;
        _runner = new JobRunner(organization);
        _rows = new JobRows(organization);
    }

    /// <summary>What last kept a worker from its work, such as a full disk; null where nothing did or no workers run.</summary>
    public Exception? WorkersError => _workers?.LastError;

    /// <summary>Jobs that are neither done nor failed, nor paused by a user.</summary>
    /// <returns>The number of jobs that are ready, waiting for another attempt, or running.</returns>
    public long CountOpen() => _organization.Jobs.CountOpen();

    /// <summary>System jobs, the newest first.</summary>
    /// <param name="state">Only jobs of this state; null: of all.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<SystemJob> List(SystemJobState? state = null, int most = 1000) => _rows.List(state, most);

    /// <summary>A system job with its error and trace; null where there is none of this id.</summary>
    public SystemJob? Find(Guid id) => _rows.Find(id);

    /// <summary>Cancels a job; one that runs is canceled when its step returns, and what it wrote stays.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">It is done, or there is none of this id.</exception>
    public void Cancel(Guid id) => _rows.Change(id, JobState.Completed);

    /// <summary>Makes a suspended job ready, without waiting for its time.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">It is not suspended, or there is none of this id.</exception>
    public void Resume(Guid id) => _rows.Change(id, JobState.Ready);

    /// <summary>Lets a job wait for a time.</summary>
    /// <param name="id">A job that is not done.</param>
    /// <param name="until">When it becomes ready, in UTC.</param>
    /// <exception cref="System.ServiceModel.FaultException{T}">It is done, or there is none of this id.</exception>
    public void Postpone(Guid id, DateTime until) => _rows.Change(id, state: null, until);

    /// <summary>Starts a job anew that failed or was canceled, with as many attempts as a new one. The platform has no such command.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">It did not fail, or there is none of this id.</exception>
    public void Retry(Guid id) => _rows.Retry(id);

    /// <summary>Starts threads that take jobs as they come, until <see cref="StopWorkers"/>. Does nothing where they run.</summary>
    /// <param name="count">Number of threads.</param>
    public void StartWorkers(int count = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        lock (_starting)
        {
            _workers ??= new Workers(_organization, _runner, count);
        }
    }

    /// <summary>Waits for the jobs that run and stops the threads.</summary>
    public void StopWorkers()
    {
        lock (_starting)
        {
            _workers?.Dispose();
            _workers = null;
        }
    }

    /// <summary>
    /// Runs jobs until none is left, also those that jobs leave. A job that asks for a retry gets up to four attempts, with a wait by
    /// the clock that doubles each time; the call waits for it only when nothing else is ready.
    /// </summary>
    /// <param name="cancellationToken">Stops between two jobs.</param>
    /// <param name="progress">Called after each job, and before a wait: a test advances its clock then.</param>
    /// <returns>Jobs that came to an end, failed ones included; not those of the workers.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled; what is done stays done.</exception>
    public int RunUntilIdle(CancellationToken cancellationToken = default, Action<AsyncProgress>? progress = null)
    {
        var totals = new Totals();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Run(_organization.Jobs.Claim(), totals, progress))
            {
                continue;
            }

            if (_organization.Jobs.NextPostponed() is { } postponed)
            {
                progress?.Invoke(totals.Progress(postponed.Name, postponed.PostponeUntil));
                Wait(postponed, cancellationToken);

                // The wait was the clock's own: the job is due, even by a clock that stands still.
                Run(_organization.Jobs.ClaimPostponed(postponed.Id), totals, progress);
            }
            else if (_organization.Jobs.CountRunning() == 0)
            {
                return totals.Done;
            }
            else
            {
                _organization.Jobs.Wait(WorkersTime, cancellationToken);
            }
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
        while (Run(_organization.Jobs.Claim(), totals, progress))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return totals.Done;
    }

    private bool Run(Job? job, Totals totals, Action<AsyncProgress>? progress)
    {
        if (job is null)
        {
            return false;
        }

        try
        {
            totals.Add(_runner.Run(job));
        }
        catch
        {
            // Not the step's fault, which would be the job's end: its end could not be written.
            _organization.Jobs.GiveBack(job.Id);
            throw;
        }

        progress?.Invoke(totals.Progress(job.Name, null));
        return true;
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
