using System;
using System.IO;
using System.Linq;

namespace CrmAddon.Rules.Tests;

/// <summary>The sample program of the language's documentation.</summary>
internal static class Sample
{
    public static string Text { get; } = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Cases", "Programs", "cloud-infrastructure.rules"));

    public static RuleProgram Program { get; } = RuleProgram.Check(Text, Vocabulary.Standard).Program
        ?? throw new InvalidOperationException("The sample program has errors.");

    public static string Rendered(CheckResult result, string text) =>
        string.Concat(result.Diagnostics.Select(found => found.Render(text, "sample.rules")));
}
