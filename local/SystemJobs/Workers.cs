using System;
using System.Collections.Generic;
using System.Threading;

namespace CrmAddon.Local.SystemJobs;

/// <summary>
/// Threads that take jobs until they are stopped. With several the order is not guaranteed, as in the platform. A job whose end
/// can't be written (a full disk) is given back as soon as that can be written, and runs again.
/// </summary>
internal sealed class Workers : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250); // postponed jobs come due without a signal
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Organization _organization;
    private readonly JobRunner _runner;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Thread> _threads = [];

    public Workers(Organization organization, JobRunner runner, int count)
    {
        _organization = organization;
        _runner = runner;
        for (var i = 0; i < count; i++)
        {
            var thread = new Thread(Work) { Name = $"System jobs {i + 1}", IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }
    }

    /// <summary>The last thing that kept a worker from its work, such as a full disk; null where nothing did.</summary>
    public Exception? LastError { get; private set; }

    /// <summary>Waits for the jobs that are running, and takes no more.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        _stop.Dispose();
    }

    private void Work()
    {
        while (!_stop.IsCancellationRequested)
        {
            Job? job = null;
            try
            {
                job = _organization.Jobs.Claim();
                if (job is null)
                {
                    _organization.Jobs.Wait(Look, _stop.Token);
                }
                else
                {
                    _runner.Run(job);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                LastError = e;
                if (job is not null)
                {
                    _organization.Jobs.GiveBack(job.Id);
                }

                _stop.Token.WaitHandle.WaitOne(Pause);
            }
        }
    }
}
