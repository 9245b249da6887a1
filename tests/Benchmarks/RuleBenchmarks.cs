using System;
using System.Collections.Generic;
using System.IO;
using BenchmarkDotNet.Attributes;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>The language beside the same sums written by hand.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private readonly string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "cloud-infrastructure.rules"));
    private RuleProgram program = null!;
    private DealCase deal = null!;
    private UsageCase usage = null!;

    [GlobalSetup]
    public void Prepare()
    {
        program = RuleProgram.Check(text, Vocabulary.Standard).Program ?? throw new InvalidOperationException("The sample program has errors.");
        deal = Cases.FourPartners();
        usage = Cases.GrowingCustomer();
    }

    [Benchmark]
    public CheckResult Check() => RuleProgram.Check(text, Vocabulary.Standard);

    [Benchmark]
    public DealRuling JudgeDeal() => program.Judge(deal);

    [Benchmark]
    public UsageRuling JudgeMonth() => program.Judge(usage);

    [Benchmark]
    public IReadOnlyList<string> JudgeAndExplainMonth() => Explanation.Render(program.Judge(usage).Derivation);

    /// <summary>The rival: the sample's recurring share by hand, one partner, no explanation, no checks.</summary>
    [Benchmark(Baseline = true)]
    public decimal MonthByHand()
    {
        decimal credited = usage.Usage[usage.Month];
        decimal earned = (Math.Min(credited, 10_000m) * 0.05m)
            + (Math.Max(Math.Min(credited, 50_000m) - 10_000m, 0m) * 0.08m)
            + (Math.Max(credited - 50_000m, 0m) * 0.10m);
        return decimal.Round(earned * 1.25m, 2, MidpointRounding.ToEven);
    }
}
