using System.CommandLine;
using System.CommandLine.Invocation;
using CrmAddon.Rules.Cli.Checking;
using CrmAddon.Rules.Cli.Comparing;
using CrmAddon.Rules.Cli.Explaining;
using CrmAddon.Rules.Cli.Formatting;
using CrmAddon.Rules.Cli.Previewing;
using CrmAddon.Rules.Cli.Printing;
using CrmAddon.Rules.Cli.Replaying;
using CrmAddon.Rules.Cli.Testing;

namespace CrmAddon.Rules.Cli;

/// <summary>The whole command line: one verb for each folder.</summary>
internal static class RulesCommand
{
    public static int Run(string[] arguments, Terminal terminal)
    {
        var root = new RootCommand(
            """
            Checks, formats, tests and explains programs in the rules language, and shows what a change of them means.

            Exit codes: 0 fine, 1 findings or differences, 2 not understood or not readable. '-' is standard input.
            """)
        {
            CheckCommand.Create(terminal),
            FormatCommand.Create(terminal),
            TestCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            ReplayCommand.Create(terminal),
            DiffCommand.Create(terminal),
            PreviewCommand.Create(terminal),
        };
        var parsed = root.Parse(arguments);
        var ended = parsed.Invoke(new InvocationConfiguration
        {
            Output = terminal.Output.Writer,
            Error = terminal.Error.Writer,
            EnableDefaultExceptionHandler = false,
        });
        return parsed.Action is ParseErrorAction ? (int)ExitCode.Unusable : ended;
    }
}
