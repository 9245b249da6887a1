using System.CommandLine;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Comparing;

/// <summary><c>rules diff OLD NEW</c>: what changed in meaning between two versions.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var before = RuleFiles.Argument("old", "The version before.");
        var after = RuleFiles.Argument("new", "The version after.");
        var json = new Option<bool>("--json") { Description = "Print the differences as JSON." };
        return new Command("diff", "Says what changed in meaning between two versions: rules, rates, conditions, dates; layout and order do not count.") { before, after, json }
            .Does(terminal, parsed =>
            {
                var changes = ProgramChanges.Between(
                    RuleFiles.Program(parsed.GetRequiredValue(before), terminal), RuleFiles.Program(parsed.GetRequiredValue(after), terminal));
                if (parsed.GetValue(json))
                    terminal.Output.Json(DiffReport.Json(changes));
                else
                    DiffReport.Print(changes, terminal.Output);
                return changes.Count > 0 ? ExitCode.Findings : ExitCode.Fine;
            });
    }
}
