using System;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Worker.Deployment.Telling;

/// <summary>Tells in lines, for files, pipes and logs of a build: a line when something has moved, and one at times when it hasn't.</summary>
internal sealed class LineTeller(TextWriter output, TimeProvider clock) : Teller
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(20);

    private readonly Lock _writing = new();

    public override void Line(string text)
    {
        lock (_writing)
        {
            output.WriteLine(text);
            output.Flush();
        }
    }

    public override async Task<T> WatchAsync<T>(string doing, Func<IProgress<string>, Task<T>> work)
    {
        var tick = new Tick();
        var started = clock.GetTimestamp();
        var told = "";
        var toldAt = TimeSpan.Zero;
        await using var timer = clock.CreateTimer(_ => Tell(), null, Moment, Moment).ConfigureAwait(false);
        return await work(tick).ConfigureAwait(false);

        void Tell()
        {
            var elapsed = clock.GetElapsedTime(started);
            var last = tick.Last;
            if (last == told && elapsed - toldAt < Quiet && toldAt > TimeSpan.Zero)
                return;
            (told, toldAt) = (last, elapsed);
            Line(string.Create(CultureInfo.InvariantCulture, $"  {doing}{(last.Length > 0 ? ": " : "")}{last} ({elapsed:m\\:ss})"));
        }
    }
}
