using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Runs the examples. A program whose examples fail can't be published.</summary>
internal static class ExamplesPass
{
    public static IReadOnlyList<ExampleResult> Run(CheckContext context, BoundProgram program)
    {
        var results = new List<ExampleResult>();
        foreach (var example in context.Syntax.Rules.OfType<ExampleSyntax>())
        {
            results.Add(new ExampleCase(context, program).Build(example) is { } built
                ? Compare(context, program, example, built)
                : new ExampleResult(example.Name.Text, example.Range, [], []));
        }
        return results;
    }

    private static ExampleResult Compare(CheckContext context, BoundProgram program, ExampleSyntax example, BuiltExample built)
    {
        Ruling ruling = built.Deal is { } deal ? Judgement.Of(program, deal) : Judgement.Of(program, built.Usage!, built.Figures!);
        var (credit, earnings) = ruling switch
        {
            DealRuling onDeal => (onDeal.Credit, onDeal.Earnings),
            UsageRuling onUsage => (onUsage.Credit, onUsage.Earnings),
            _ => throw new InvalidOperationException("A ruling is on a deal or on usage."),
        };
        var failures = new List<ExampleFailure>();
        foreach (var expectation in example.Expected)
        {
            if (Difference(expectation, credit, earnings)?.TrimEnd('.') is not { } difference)
                continue;
            failures.Add(new ExampleFailure(expectation.Range, difference));
            context.Bag.Add(Problems.ExampleFails(expectation.Range, example.Name.Text, difference, Explained(ruling)));
        }
        return new ExampleResult(example.Name.Text, example.Range, [ruling], failures)
        {
            Missed = () => built.Deal is { } judged
                ? NearMisses.Of(new RuleProgram(program), judged)
                : NearMisses.Of(new RuleProgram(program), built.Usage!, built.Figures!),
        };
    }

    private static string? Difference(Expectation expectation, CreditResult credit, IReadOnlyList<Earning> earnings) => expectation switch
    {
        ExpectConflict => credit.Outcome == CreditOutcome.Conflict ? null : $"a conflict is expected, and it comes to: {credit.Reason}",
        ExpectRefused => credit.Outcome == CreditOutcome.Refused ? null : $"a refusal is expected, and it comes to: {credit.Reason}",
        ExpectNoCommission => earnings.All(earning => earning.Amount == 0)
            ? null
            : $"no commission is expected, and {earnings.First(earning => earning.Amount != 0).PartnerKey} earns {NumberText.Grouped(earnings.First(earning => earning.Amount != 0).Amount)}",
        ExpectAmounts amounts => Difference(amounts, credit, earnings),
        _ => null,
    };

    private static string? Difference(ExpectAmounts expected, CreditResult credit, IReadOnlyList<Earning> earnings)
    {
        var differences = new List<string>();
        foreach (var amount in expected.Amounts)
        {
            var name = amount.Partner.Text;
            var actual = !expected.Credit ? earnings.Where(earning => earning.PartnerKey == name).Sum(earning => earning.Amount)
                : name == "house" ? credit.HouseAmount
                : credit.Shares.Where(share => share.PartnerKey == name).Sum(share => share.Amount);
            if (actual != amount.Amount)
                differences.Add($"{name} should get {NumberText.Grouped(amount.Amount)} and gets {NumberText.Grouped(actual)}");
        }
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private static string Explained(Ruling ruling) =>
        string.Concat(Explanation.Render(ruling.Derivation).Select(line => "\n    " + line));
}
