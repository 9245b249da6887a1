using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Testing;

/// <summary><c>rules test FILES</c>: runs the examples of programs and says how each came out.</summary>
internal static class TestCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = RuleFiles.Argument();
        var json = new Option<bool>("--json") { Description = "Print the results as JSON." };
        var propose = new Option<bool>("--propose") { Description = "Print examples for what no example reaches." };
        var write = new Option<bool>("--write") { Description = "With --propose: write them at the end of the files." };
        return new Command("test", "Runs the examples of programs: what was expected, what came out, and why.") { files, json, propose, write }
            .Does(terminal, parsed =>
            {
                var tested = RuleFiles.Check(parsed.GetRequiredValue(files), terminal, out var unreadable);
                if (parsed.GetValue(write))
                    Proposals.Write(tested, terminal.Output);
                else if (parsed.GetValue(propose))
                    Proposals.Print(tested, parsed.GetValue(json), terminal.Output);
                else if (parsed.GetValue(json))
                    terminal.Output.Json(TestJson.Of(tested));
                else
                    TestReport.Print(tested, terminal.Output);
                return unreadable ? ExitCode.Unusable : Judge(tested);
            });
    }

    private static ExitCode Judge(IEnumerable<CheckedFile> files) =>
        files.All(file => file.Result.Succeeded) ? ExitCode.Fine : ExitCode.Findings;
}
