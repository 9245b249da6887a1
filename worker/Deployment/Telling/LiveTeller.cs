using System;
using System.Threading.Tasks;
using Spectre.Console;

namespace CrmAddon.Worker.Deployment.Telling;

/// <summary>Tells on a terminal: what goes on stands in a line that moves and is gone when it is done.</summary>
internal sealed class LiveTeller(IAnsiConsole console) : Teller
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    private volatile Work? _now;

    public override void Line(string text) => console.WriteLine(text);

    public override async Task<T> WatchAsync<T>(string doing, Func<IProgress<string>, Task<T>> work)
    {
        var outer = _now;
        var mine = new Work(doing, new Tick());
        _now = mine;
        try
        {
            // A terminal has one moving line: work within work takes it for as long as it lasts.
            return outer is null ? await ShowAsync(mine, work(mine.Tick)).ConfigureAwait(false) : await work(mine.Tick).ConfigureAwait(false);
        }
        finally
        {
            _now = outer;
        }
    }

    private Task<T> ShowAsync<T>(Work first, Task<T> working) => console.Status().Spinner(Spinner.Known.Line).StartAsync(Text(first), async status =>
    {
        var started = TimeProvider.System.GetTimestamp();
        do
        {
            status.Status($"{Text(_now ?? first)} [grey]{TimeProvider.System.GetElapsedTime(started):m\\:ss}[/]");
        }
        while (await Task.WhenAny(working, Task.Delay(Beat)).ConfigureAwait(false) != working);

        return await working.ConfigureAwait(false);
    });

    private static string Text(Work work) => $"{Markup.Escape(work.Doing)} [grey]{Markup.Escape(work.Tick.Last)}[/]";

    private sealed record Work(string Doing, Tick Tick);
}
