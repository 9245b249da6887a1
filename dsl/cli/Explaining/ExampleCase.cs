using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Explaining;

/// <summary>Cases in the words of examples: one of the program's own, or one from the command line.</summary>
internal static class ExampleCase
{
    /// <summary>What an example of the program comes to, whether or not that is expected.</summary>
    public static Explained Named(CheckedFile file, string name, Terminal terminal)
    {
        var found = file.Result.Examples.FirstOrDefault(example => string.Equals(example.Name, name, StringComparison.Ordinal));
        return found switch
        {
            { Rulings.Count: > 0 } => Explained.Of(found),
            null when file.Result.Examples.Count > 0 => throw new InputException(
                $"{file.Name} has no example \"{name}\"; it has {string.Join(", ", file.Result.Examples.Select(example => $"\"{example.Name}\""))}."),
            null when file.Result.Succeeded => throw new InputException($"{file.Name} has no examples; give the case with --given."),
            _ => throw Erroneous(file, file.Result.Diagnostics, terminal),
        };
    }

    /// <summary>What the facts of <paramref name="given"/> come to: they are read as one more example of the program.</summary>
    public static Explained Given(CheckedFile file, string given, Terminal terminal)
    {
        var words = given.Trim();
        if (words.StartsWith("given ", StringComparison.Ordinal))
            words = words["given ".Length..];
        // The name of an example is what its sentences call the deal or the customer.
        var name = words.Contains("deal", StringComparison.Ordinal) ? "in question" : "The customer";
        var before = $"{file.Text}\n\nexample \"{name}\"\ngiven\n";
        var text = $"{before}{words}\nexpect no commission\n";
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        if (result.Examples.FirstOrDefault(example => example.Name == name && example.Range.Offset > file.Text.Length) is { Rulings.Count: > 0 } example)
            return Explained.Of(example);
        var own = result.Diagnostics.Where(found => found.Range.Offset >= before.Length).ToList();
        if (own.Count == 0 || !file.Result.Diagnostics.All(found => found.Severity == DiagnosticSeverity.Warning))
            throw Erroneous(file, file.Result.Diagnostics, terminal);
        foreach (var found in own)
            terminal.Error.Finding(found, text, "--given", linesBefore: before.Count(character => character == '\n'));
        throw new InputException("The case after --given can't be judged.");
    }

    private static InputException Erroneous(CheckedFile file, IEnumerable<Diagnostic> diagnostics, Terminal terminal)
    {
        foreach (var found in diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
            terminal.Error.Finding(found, file.Text, file.Name);
        return new InputException($"{file.Name} has errors, so nothing can be judged by it.");
    }
}
