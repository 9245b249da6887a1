using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Cli.Input;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Testing;

/// <summary>The results of examples, for people.</summary>
internal static class TestReport
{
    public static void Print(List<CheckedFile> files, Screen screen)
    {
        foreach (var file in files)
            Print(file, screen);
        var examples = files.SelectMany(file => file.Result.Examples).ToList();
        var passed = examples.Count(example => example.Passed);
        if (files.Count > 0)
            screen.Line($"{Count.Of(examples.Count, "example")}: {passed} passed, {examples.Count - passed} failed.",
                passed < examples.Count ? Ink.Red : Ink.Green);
    }

    private static void Print(CheckedFile file, Screen screen)
    {
        screen.Line(file.Name, Ink.Strong);
        foreach (var example in file.Result.Examples)
        {
            screen.Piece(example.Passed ? "  passed  " : "  FAILED  ", example.Passed ? Ink.Green : Ink.Red);
            screen.Line(example.Name);
            foreach (var failure in example.Failures)
                screen.Line($"          line {failure.Range.StartLine}: {failure.Message}", Ink.Red);
            if (!example.Passed)
                Explain(example, screen);
        }
        // Errors elsewhere keep all examples from being run; an example that makes no case has its own.
        foreach (var found in file.Result.Diagnostics.Where(found => KeepsFromRunning(found, file)))
            screen.Finding(found, file.Text, file.Name);
    }

    private static void Explain(ExampleResult example, Screen screen)
    {
        foreach (var line in example.Rulings.SelectMany(ruling => Explanation.Render(ruling.Derivation)))
            screen.Line("            " + line, Ink.Faint);
    }

    private static bool KeepsFromRunning(Diagnostic found, CheckedFile file) =>
        found.Severity == DiagnosticSeverity.Error
        && !file.Result.Examples.Any(example => example.Failures.Any(failure => failure.Range == found.Range));
}
