using System;
using System.Collections.Generic;
using System.CommandLine;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary><c>rules preview OLD NEW --cases FILE</c>: what the same cases come to under two versions.</summary>
internal static class PreviewCommand
{
    public static Command Create(Terminal terminal)
    {
        var before = RuleFiles.Argument("old", "The version before.");
        var after = RuleFiles.Argument("new", "The version after.");
        var cases = new Option<string>("--cases") { Description = "Cases as JSON Lines or as a list, as stored rulings keep them; or '-'.", Required = true };
        var movers = new Option<int>("--movers") { Description = "How many of the cases that move most money are explained.", DefaultValueFactory = _ => 5 };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON." };
        return new Command("preview", "Judges the same cases by two versions: money per partner before, after, and what moved it.") { before, after, cases, movers, json }
            .Does(terminal, parsed =>
            {
                var old = RuleFiles.Program(parsed.GetRequiredValue(before), terminal);
                var now = RuleFiles.Program(parsed.GetRequiredValue(after), terminal);
                if (old.Currency != now.Currency)
                    throw new InputException($"The versions compute in {old.Currency} and in {now.Currency}; their amounts can't be compared.");
                var preview = new Preview(old, now, int.Clamp(parsed.GetValue(movers), 0, 1000));
                Judge(preview, CaseFile.ReadAll(parsed.GetRequiredValue(cases), CaseVocabulary.Of(old, now), terminal), terminal);
                if (parsed.GetValue(json))
                    terminal.Output.Json(PreviewJson.Of(preview, old, now));
                else
                    PreviewReport.Print(preview, now, terminal.Output);
                return preview.Changed > 0 ? ExitCode.Findings : ExitCode.Fine;
            });
    }

    private static void Judge(Preview preview, IEnumerable<StoredCase> cases, Terminal terminal)
    {
        var progress = new Progress(terminal.Error, "case");
        try
        {
            foreach (var stored in cases)
            {
                preview.Add(stored);
                progress.Next();
            }
            preview.Close();
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw new InputException("The amounts of these cases add up to more than any program pays; are they right?");
        }
        finally
        {
            progress.Clear();
        }
    }
}
