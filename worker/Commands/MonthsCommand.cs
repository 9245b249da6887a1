using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Months;

namespace CrmAddon.Worker.Commands;

/// <summary>The verb <c>months close</c>: closes the months whose day has come, once.</summary>
internal static class MonthsCommand
{
    public static Command Create()
    {
        var close = new Command("close", "Closes the months whose close day (of their program, UTC) has come, and ends.");
        var crm = new CrmOptions(close);
        close.SetAction((parsed, stop) => Failures.GuardAsync(parsed.InvocationConfiguration, () => CloseAsync(parsed, crm, stop)));
        return new Command("months", "The books of partner programs.") { close };
    }

    private static Task<int> CloseAsync(ParseResult parsed, CrmOptions crm, CancellationToken stop)
    {
        var output = parsed.InvocationConfiguration.Output;
        using var client = crm.Open(parsed);
        var reports = new MonthClosing(client, TimeProvider.System).Run(new Teller(output), stop);
        if (reports.Count == 0)
            output.WriteLine("No month is due.");
        return Task.FromResult(reports.All(report => report.Outcome == MonthOutcome.Closed) ? 0 : 1);
    }

    private sealed class Teller(TextWriter output) : IProgress<MonthReport>
    {
        public void Report(MonthReport value) => output.WriteLine($"{value.Program}: {value.Message}");
    }
}
