using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Checking;

/// <summary><c>rules check FILES</c>: everything that is wrong with programs.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = RuleFiles.Argument();
        var json = new Option<bool>("--json") { Description = "Print the findings as SARIF 2.1.0." };
        var strict = new Option<bool>("--warnings-as-errors") { Description = "Let warnings decide the exit code too." };
        return new Command("check", "Checks programs, runs their examples and shows everything that is wrong with them.") { files, json, strict }
            .Does(terminal, parsed =>
            {
                var program = RuleFiles.Check(parsed.GetRequiredValue(files), terminal, out var unreadable);
                if (parsed.GetValue(json))
                    terminal.Output.Json(Sarif.Of(program));
                else
                    Print(program, terminal.Output);
                return unreadable ? ExitCode.Unusable : Judge(program, parsed.GetValue(strict));
            });
    }

    private static ExitCode Judge(IEnumerable<CheckedFile> files, bool strict) =>
        files.Any(file => strict ? file.Result.Diagnostics.Count > 0 : !file.Result.Succeeded) ? ExitCode.Findings : ExitCode.Fine;

    private static void Print(List<CheckedFile> files, Screen screen)
    {
        foreach (var file in files)
        {
            foreach (var found in file.Result.Diagnostics)
                screen.Finding(found, file.Text, file.Name);
        }
        if (files.Count > 0)
            screen.Line($"{Count.Of(files.Count, "file")} checked: {Count.Findings(files.SelectMany(file => file.Result.Diagnostics))}.");
    }
}
