using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Explaining;

/// <summary><c>rules explain RULES CASE</c>: what a case comes to, why, and why not otherwise.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var rules = RuleFiles.Argument("rules", "The program.");
        var file = new Argument<string?>("case") { Description = "A case as JSON, as stored rulings keep it; or '-'.", Arity = ArgumentArity.ZeroOrOne };
        var key = new Option<string?>("--key") { Description = "Which case of a file with several, by its key." };
        var example = new Option<string?>("--example") { Description = "Explain an example of the program, by its name." };
        var given = new Option<string?>("--given") { Description = "Explain a case in the words of an example: \"deal with amount 500 and Nimbus as ISV\"." };
        var language = new Option<string>("--language") { Description = "The language of the sentences.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Language.All.Select(known => known.Code)]);
        var json = new Option<bool>("--json") { Description = "Print result, derivation and sentences as JSON." };
        example.CompletionSources.Add(context => ExampleNames(context.ParseResult.GetValue(rules), terminal));
        return new Command("explain", "Judges one case and tells what it comes to, why, and why not otherwise.") 
        {
            rules, file, key, example, given, language, json,
        }
            .Does(terminal, parsed =>
            {
                var explained = (parsed.GetValue(file), parsed.GetValue(example), parsed.GetValue(given)) switch
                {
                    ({ } path, null, null) => OfCase(parsed.GetRequiredValue(rules), path, parsed.GetValue(key), terminal),
                    (null, { } name, null) => ExampleCase.Named(RuleFiles.Check(parsed.GetRequiredValue(rules), terminal), name, terminal),
                    (null, null, { } words) => ExampleCase.Given(RuleFiles.Check(parsed.GetRequiredValue(rules), terminal), words, terminal),
                    _ => throw new InputException("Name one case: a file, or --example NAME, or --given \"deal with …\"."),
                };
                var told = Language.TryFind(parsed.GetValue(language))!;
                if (parsed.GetValue(json))
                    terminal.Output.Json(ExplainedRuling.Json(explained, told));
                else
                    ExplainedRuling.Print(explained, told, terminal.Output);
                return ExitCode.Fine;
            });
    }

    private static Explained OfCase(string rules, string path, string? key, Terminal terminal)
    {
        var program = RuleFiles.Program(rules, terminal);
        return Explained.Of(program, CaseFile.ReadOne(path, key, CaseVocabulary.Of(program), terminal));
    }

    private static IEnumerable<string> ExampleNames(string? rules, Terminal terminal)
    {
        try
        {
            return rules is null or "-" ? [] : RuleFiles.Check(rules, terminal).Result.Examples.Select(example => example.Name);
        }
        catch (InputException)
        {
            return [];
        }
    }
}
