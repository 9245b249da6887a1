using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>One three-branch rule on one month: this language, the same by hand, and the package RulesEngine.</summary>
[MemoryDiagnoser]
[MinColumn]
public class RateBenchmarks
{
    private static readonly Month March = new(2026, 3);

    private readonly RulesEngineRival rulesEngine = new();
    private Evaluator evaluator = null!;
    private RuleProgram program = null!;
    private UsageCase usage = null!;
    private int status;
    private string statusText = "active";
    private decimal used = Rates.Usage;

    [GlobalSetup]
    public void Prepare()
    {
        program = RuleProgram.Check(Rates.Program, Vocabulary.Standard).Program ?? throw new InvalidOperationException("The program has errors.");
        evaluator = program.NewEvaluator();
        status = evaluator.Field("customer.status");
        usage = new UsageCase
        {
            CustomerKey = "customer",
            Month = March,
            Usage = new UsageHistory([KeyValuePair.Create(March, used)]),
            Participants = [new Participant { PartnerKey = "Skyops", Role = "MSP" }],
        };
        Fill();
        if (Evaluate() != Rates.Earned || FillAndEvaluate() != Rates.Earned || ByHandWritten() != Rates.Earned || rulesEngine.Rate().GetAwaiter().GetResult() != Rates.Earned)
            throw new InvalidOperationException("The rivals disagree.");
    }

    /// <summary>The rule in C#, its two inputs at hand.</summary>
    [Benchmark(Baseline = true)]
    public decimal ByHandWritten() => ByHand.Rate(statusText, used);

    /// <summary>The case is filled in already, as it is for the rivals.</summary>
    [Benchmark]
    public decimal Evaluate()
    {
        evaluator.Judge();
        return evaluator.EarningAmount(0);
    }

    [Benchmark]
    public decimal FillAndEvaluate()
    {
        Fill();
        evaluator.Judge();
        return evaluator.EarningAmount(0);
    }

    /// <summary>Every step that led to the result is noted as data.</summary>
    [Benchmark]
    public decimal EvaluateAndNote()
    {
        evaluator.JudgeAndNote();
        return evaluator.EarningAmount(0);
    }

    /// <summary>The case as an object, the result as an object.</summary>
    [Benchmark]
    public UsageRuling Ruling() => program.Judge(usage);

    /// <summary>And the derivation as the tree of texts that is stored with a ruling.</summary>
    [Benchmark]
    public Finding RulingWithDerivation() => program.Judge(usage).Derivation;

    [Benchmark]
    public IReadOnlyList<string> RulingWithSentences() => Explanation.Render(program.Judge(usage).Derivation);

    [Benchmark]
    public Task<decimal> RulesEngine() => rulesEngine.Rate();

    private void Fill()
    {
        evaluator.BeginMonth(March);
        evaluator.Set(status, FieldValue.OfChoice(statusText));
        evaluator.AddUsage(March, used);
        evaluator.AddPartner("Skyops", "MSP");
    }
}
