using System;
using System.Threading.Tasks;
using Spectre.Console;

namespace CrmAddon.Worker.Deployment.Telling;

/// <summary>Tells on a terminal: what goes on stands in a line that moves and is gone when it is done.</summary>
internal sealed class LiveTeller : Teller
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    public override void Line(string text) => AnsiConsole.WriteLine(text);

    public override Task<T> WatchAsync<T>(string doing, Func<IProgress<string>, Task<T>> work) =>
        AnsiConsole.Status().Spinner(Spinner.Known.Line).StartAsync(Markup.Escape(doing), async status =>
        {
            var tick = new Tick();
            var working = work(tick);
            var started = TimeProvider.System.GetTimestamp();
            while (await Task.WhenAny(working, Task.Delay(Beat)).ConfigureAwait(false) != working)
            {
                var elapsed = TimeProvider.System.GetElapsedTime(started);
                status.Status($"{Markup.Escape(doing)} [grey]{Markup.Escape(tick.Last)} {elapsed:m\\:ss}[/]");
            }

            return await working.ConfigureAwait(false);
        });
}
