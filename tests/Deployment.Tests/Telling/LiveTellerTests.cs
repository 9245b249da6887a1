using System;
using System.IO;
using System.Threading.Tasks;
using CrmAddon.Worker.Deployment.Telling;
using Spectre.Console;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class LiveTellerTests
{
    [TestMethod]
    public async Task Work_within_work_takes_the_moving_line_and_lines_stay()
    {
        using var output = new Screen("Publishing [all]");
        var teller = new LiveTeller(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(output),
        }));
        Assert.AreEqual(7, await teller.WatchAsync("Steps", async progress =>
        {
            progress.Report("1 of 2");
            await teller.WatchAsync("Publishing [all]", _ => output.Shown);
            teller.Line("a line");
            return 7;
        }));
        Assert.Contains("a line", output.ToString());
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => teller.WatchAsync("Steps", _ => Task.FromException(new InvalidOperationException())));
    }

    /// <summary>Knows when a text has appeared.</summary>
    private sealed class Screen(string awaited) : StringWriter
    {
        private readonly TaskCompletionSource _shown = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Shown => _shown.Task;

        public override void Write(string? value)
        {
            base.Write(value);
            if (value?.Contains(awaited, StringComparison.Ordinal) == true)
                _shown.TrySetResult();
        }
    }
}
