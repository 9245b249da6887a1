using System.CommandLine;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Replaying;

/// <summary><c>rules replay RULES RULINGS</c>: proves that stored rulings come out the same again, or shows the first difference.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var rules = RuleFiles.Argument("rules", "The program by which they were judged.");
        var rulings = new Argument<string>("rulings") { Description = "Stored rulings as JSON: one, a list, JSON Lines, or a response of Dataverse; or '-'." };
        return new Command("replay", "Judges stored rulings again and proves that result and text are the same.") { rules, rulings }
            .Does(terminal, parsed =>
            {
                var program = RuleFiles.Program(parsed.GetRequiredValue(rules), terminal);
                return Replay(program, parsed.GetRequiredValue(rulings), terminal);
            });
    }

    private static ExitCode Replay(RuleProgram program, string path, Terminal terminal)
    {
        var vocabulary = CaseVocabulary.Of(program);
        var progress = new Progress(terminal.Error, "ruling");
        var same = 0;
        var different = 0;
        foreach (var stored in CaseFile.Guarded(path, StoredRuling.ReadAll, terminal))
        {
            progress.Next();
            var name = stored.Name.Length > 0 ? stored.Name : $"ruling {same + different + 1}";
            if (ReplayedRuling.Of(program, vocabulary, stored).FirstDifference is not { } difference)
            {
                same++;
                continue;
            }
            different++;
            progress.Clear();
            terminal.Output.Piece($"{name}: ", Ink.Strong);
            terminal.Output.Line(difference, Ink.Red);
        }
        progress.Clear();
        if (same + different == 0)
            throw new InputException($"{InputFile.NameOf(path)} holds no ruling.");
        terminal.Output.Line(
            $"{Count.Of(same + different, "ruling")} judged again: {same} with the same result and text, {different} with a difference.",
            different > 0 ? Ink.Red : Ink.Green);
        return different > 0 ? ExitCode.Findings : ExitCode.Fine;
    }
}
