using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>
/// The sample program whole: a customer's month (credit, churn, growth, steps, rounding) and a deal that four partners share.
/// The rival is the same by hand, for nothing but this program.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
public class SampleBenchmarks
{
    private static readonly string[] OneRole = ["MSP"];
    private static readonly string[] FourRoles = ["SI", "ISV", "Reseller", "MSP"];
    private static readonly string[] FourPartners = ["Harbor", "Nimbus", "Relay", "Skyops"];

    private readonly decimal[] parts = new decimal[4];
    private readonly decimal[] remainders = new decimal[4];
    private RuleProgram program = null!;
    private Evaluator evaluator = null!;
    private int motion;
    private DealCase deal = null!;
    private UsageCase usage = null!;
    private decimal[] months = null!;

    [GlobalSetup]
    public void Prepare()
    {
        program = SampleProgram.Read();
        evaluator = program.NewEvaluator();
        motion = evaluator.Field("deal.motion");
        deal = Cases.FourPartners();
        usage = Cases.GrowingCustomer();
        months = [.. Enumerable.Range(0, 6).Select(back => usage.Usage[usage.Month.AddMonths(-back)])];
        DealByHand();
        decimal[] judged = [.. program.Judge(deal).Credit.Shares.Select(share => share.Amount)];
        if (MonthByHand() != EvaluateMonth() || MonthByHand() != program.Judge(usage).Earnings[0].Amount
            || EvaluateDeal() != judged[0] || !judged.SequenceEqual(parts))
            throw new InvalidOperationException("The rivals disagree.");
    }

    [Benchmark]
    public decimal MonthByHand() => ByHand.Month("active", months, OneRole);

    [Benchmark]
    public decimal EvaluateMonth()
    {
        FillMonth();
        evaluator.Judge();
        return evaluator.EarningAmount(0);
    }

    [Benchmark]
    public decimal EvaluateAndNoteMonth()
    {
        FillMonth();
        evaluator.JudgeAndNote();
        return evaluator.EarningAmount(0);
    }

    [Benchmark]
    public UsageRuling MonthRuling() => program.Judge(usage);

    [Benchmark]
    public Finding MonthRulingWithDerivation() => program.Judge(usage).Derivation;

    [Benchmark]
    public IReadOnlyList<string> MonthRulingWithSentences() => Explanation.Render(program.Judge(usage).Derivation);

    [Benchmark]
    public decimal DealByHand()
    {
        ByHand.Split(50_000m, FourRoles, parts, remainders);
        return parts[0];
    }

    [Benchmark]
    public decimal EvaluateDeal()
    {
        evaluator.BeginDeal(deal.BusinessDate, 50_000m, isWon: false);
        evaluator.Set(motion, FieldValue.OfChoice("co_sell"));
        for (int i = 0; i < FourRoles.Length; i++)
            evaluator.AddPartner(FourPartners[i], FourRoles[i]);
        evaluator.Judge();
        return evaluator.ShareAmount(0);
    }

    [Benchmark]
    public DealRuling DealRuling() => program.Judge(deal);

    [Benchmark]
    public Finding DealRulingWithDerivation() => program.Judge(deal).Derivation;

    private void FillMonth()
    {
        evaluator.BeginMonth(usage.Month);
        for (int back = 0; back < months.Length; back++)
            evaluator.AddUsage(usage.Month.AddMonths(-back), months[back]);
        evaluator.AddPartner("Skyops", "MSP");
    }
}
