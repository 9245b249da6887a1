using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>Compares what an example expects with what its case comes to.</summary>
internal sealed class ExampleComparison(BuiltExample example, ExampleRun run)
{
    /// <summary>What is wrong with the expectation itself, so that nothing can be compared; null where it fits the example.</summary>
    public Diagnostic? Misfit(Expectation expectation)
    {
        var ofTier = expectation is ExpectTier;
        if (ofTier != example.Partner is not null)
            return Problems.ExampleWrong(expectation.Range, ofTier
                ? "a tier is expected, and the example is not about a partner's tier"
                : "an example about a partner's tier expects a tier",
                ofTier ? "begin with 'given month 2026-12 and partner'" : "write 'expect tier gold' or 'expect no tier'");
        if (expectation is ExpectClawback or ExpectNoClawback && example.Churn is null)
            return Problems.ExampleWrong(expectation.Range, "nobody churns in this example", "add 'and customer churns in 2026-03'");
        if (expectation is ExpectActive activity && !run.Active.ContainsKey(CustomerOf(activity)))
            return Problems.ExampleWrong(expectation.Range, "the example has no month of that customer");
        return Amounts(expectation).Select(amount => amount.For).OfType<Named>().FirstOrDefault(name => !IsNamed(name.Text)) is { } unknown
            ? Problems.ExampleWrong(unknown.Range, $"the example has no product or customer {unknown.Text}")
            : null;
    }

    /// <summary>What comes out otherwise than expected; null where all is as expected.</summary>
    public string? Difference(Expectation expectation) => expectation switch
    {
        ExpectConflict => Outcome(CreditOutcome.Conflict, "a conflict"),
        ExpectRefused => Outcome(CreditOutcome.Refused, "a refusal"),
        ExpectNoCommission => NoCommission(),
        ExpectAmounts amounts => Difference(amounts.Amounts, amount => amounts.Credit ? Credited(amount) : Earned(amount), "get", "gets"),
        ExpectClawback amounts => Difference(amounts.Amounts, TakenBack, "give back", "gives back"),
        ExpectNoClawback => run.TakenBack!.Lines.Count == 0
            ? null
            : $"no clawback is expected, and {run.TakenBack.Lines[0].PartnerKey} gives back {NumberText.Grouped(-run.TakenBack.Lines[0].Amount)}",
        ExpectTier { Tier: var tier } => Tier(tier?.Text),
        ExpectActive activity => run.Active[CustomerOf(activity)] == activity.Active
            ? null
            : $"the customer is expected to be {(activity.Active ? "active and is not" : "not active and is")}",
        _ => null,
    };

    private string? Outcome(CreditOutcome expected, string named) => run.Credits[0].Credit.Outcome == expected
        ? null
        : $"{named} is expected, and it comes to: {run.Credits[0].Credit.Reason}";

    private string? NoCommission() => run.Earned.FirstOrDefault(line => line.Amount != 0) is { } line
        ? $"no commission is expected, and {line.Partner} earns {NumberText.Grouped(line.Amount)}"
        : null;

    private string? Tier(string? expected)
    {
        var reached = run.Tier!.Tier;
        return string.Equals(expected?.ToLowerInvariant(), reached, StringComparison.Ordinal)
            ? null
            : $"{(expected is null ? "no tier" : "the tier " + expected)} is expected, and it comes to {(reached is null ? "none" : reached)}";
    }

    private static string? Difference(
        IReadOnlyList<ExpectedAmount> expected, Func<ExpectedAmount, decimal> actualOf, string should, string does)
    {
        var differences = new List<string>();
        foreach (var amount in expected)
        {
            var actual = actualOf(amount);
            if (actual != amount.Amount)
                differences.Add($"{amount.Partner.Text} should {should} {NumberText.Grouped(amount.Amount)}{(amount.For is null ? "" : " for " + amount.For.Text)} and {does} {NumberText.Grouped(actual)}");
        }
        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private decimal Credited(ExpectedAmount amount) => run.Credits
        .Where(one => amount.For is null || one.Customer == amount.For.Text)
        .Sum(one => amount.Partner.Text == "house"
            ? one.Credit.HouseAmount
            : one.Credit.Shares.Where(share => share.PartnerKey == amount.Partner.Text).Sum(share => share.Amount));

    private decimal Earned(ExpectedAmount amount) => run.Earned
        .Where(line => line.Partner == amount.Partner.Text
            && (amount.For is null || line.Product == amount.For.Text || line.Customer == amount.For.Text))
        .Sum(line => line.Amount);

    private decimal TakenBack(ExpectedAmount amount) => -run.TakenBack!.Lines
        .Where(line => line.PartnerKey == amount.Partner.Text).Sum(line => line.Amount);

    private bool IsNamed(string name) => example.Customers.Any(customer => customer.Key == name || customer.Uses(name))
        || run.Earned.Any(line => line.Product == name);

    private string CustomerOf(ExpectActive activity) =>
        activity.Customer?.Text ?? (example.Customers.Count == 1 ? example.Customers[0].Key : "");

    private static IReadOnlyList<ExpectedAmount> Amounts(Expectation expectation) => expectation switch
    {
        ExpectAmounts amounts => amounts.Amounts,
        ExpectClawback amounts => amounts.Amounts,
        _ => [],
    };
}
