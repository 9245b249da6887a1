using System;
using System.IO;
using CrmAddon.Rules;

namespace CrmAddon.RulesCli.Tests;

/// <summary>The files of dsl/Samples.</summary>
internal static class Sample
{
    public static string Rules { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "cloud-infrastructure.rules");

    public static string Cases { get; } = Path.Combine(AppContext.BaseDirectory, "Samples", "cases.jsonl");

    public static string Text { get; } = File.ReadAllText(Rules);

    public static RuleProgram Program { get; } = RuleProgram.Check(Text, Vocabulary.Standard).Program!;
}
