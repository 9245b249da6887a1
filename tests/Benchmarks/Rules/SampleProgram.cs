using System;
using System.IO;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>The sample program that the repository carries.</summary>
internal static class SampleProgram
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "cloud-infrastructure.rules"));

    public static RuleProgram Read() =>
        RuleProgram.Check(Text, Vocabulary.Standard).Program ?? throw new InvalidOperationException("The sample program has errors.");
}
