using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>The first check of a process: each launch measures one and ends. The start of the process is not in it.</summary>
[MinColumn]
[SimpleJob(RunStrategy.ColdStart, launchCount: 10, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class ColdCheckBenchmarks
{
    private readonly string text = LargeProgram.Text;

    [Benchmark]
    public CheckResult FirstCheckOf300Rules() => RuleProgram.Check(text, Vocabulary.Standard);
}
