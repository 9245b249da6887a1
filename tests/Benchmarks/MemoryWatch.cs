using System;
using System.Collections.Generic;
using System.Threading;

namespace CrmAddon.Benchmarks;

/// <summary>Notes the process's working set ten times a second.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly List<long> samples = [];
    private readonly Timer timer;

    public MemoryWatch() => timer = new Timer(_ => Note(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100));

    /// <summary>Megabytes at a part of the time that has passed; 1 is now.</summary>
    public double At(double part)
    {
        lock (samples)
        {
            return samples[Math.Clamp((int)(part * (samples.Count - 1)), 0, samples.Count - 1)] / 1048576.0;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Note()
    {
        lock (samples)
        {
            samples.Add(Environment.WorkingSet);
        }
    }
}
