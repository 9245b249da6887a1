using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.Threading.Tasks;
using CrmAddon.Worker.Connecting;

namespace CrmAddon.Worker.Commands;

/// <summary>The worker's command line: all verbs.</summary>
internal static class CommandLine
{
    /// <summary>Runs what the arguments say.</summary>
    /// <returns>The exit code. Of arguments that can't be it is that of a failure: 1 has a meaning of its own for most verbs.</returns>
    public static async Task<int> RunAsync(string[] arguments, InvocationConfiguration console)
    {
        var root = new RootCommand("Brings the add-on and usage into the CRM, tells partners what happened, and closes months on their day.")
        {
            DeployCommand.Create(),
            UsageCommand.Create(),
            NotificationsCommand.Create(),
            MonthsCommand.Create(),
            RunCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        console.EnableDefaultExceptionHandler = false;
        try
        {
            var code = await parsed.InvokeAsync(console).ConfigureAwait(false);
            return parsed.Action is ParseErrorAction ? Failures.Exit : code;
        }
        catch (Exception e) // a mistake of the program: whoever looks into it needs all of it
        {
            await console.Error.WriteLineAsync(e.ToString()).ConfigureAwait(false);
            return Failures.Exit;
        }
    }
}
