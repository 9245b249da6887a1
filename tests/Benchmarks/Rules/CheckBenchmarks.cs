using BenchmarkDotNet.Attributes;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>Checking a program of 300 rules again and again, as an editor does; the sample program beside it.</summary>
[MemoryDiagnoser]
[MinColumn]
public class CheckBenchmarks
{
    private readonly string large = LargeProgram.Text;
    private readonly string sample = SampleProgram.Text;

    public CheckBenchmarks() => LargeProgram.Check();

    [Benchmark]
    public CheckResult Check300Rules() => RuleProgram.Check(large, Vocabulary.Standard);

    [Benchmark]
    public CheckResult CheckSample() => RuleProgram.Check(sample, Vocabulary.Standard);
}
