using System;
using System.IO;
using System.Threading.Tasks;
using Spectre.Console;

namespace CrmAddon.Worker.Deployment.Telling;

/// <summary>Tells an administrator what happens. Whatever takes longer than a moment shows that it goes on.</summary>
internal abstract class Teller
{
    /// <summary>The teller for a text stream: live on a terminal, lines elsewhere.</summary>
    public static Teller For(TextWriter output, TimeProvider clock) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected ? new LiveTeller(AnsiConsole.Console) : new LineTeller(output, clock);

    /// <summary>A line that stays.</summary>
    public abstract void Line(string text);

    /// <summary>Does some work and shows how far it is.</summary>
    /// <param name="doing">What is being done.</param>
    /// <param name="work">The work; it may report how far it is.</param>
    public abstract Task<T> WatchAsync<T>(string doing, Func<IProgress<string>, Task<T>> work);

    /// <summary>As the other, without a result.</summary>
    public Task WatchAsync(string doing, Func<IProgress<string>, Task> work) => WatchAsync(doing, async progress =>
    {
        await work(progress).ConfigureAwait(false);
        return true;
    });

    /// <summary>How far a work is: the last that was reported.</summary>
    protected sealed class Tick : IProgress<string>
    {
        private volatile string _last = "";

        public string Last => _last;

        public void Report(string value) => _last = value;
    }
}
