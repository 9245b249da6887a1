using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Properties;

/// <summary>What is taken back.</summary>
[TestClass]
public sealed class ClawbackTests
{
    private const string Fee = "credit \"All\" for deals shares MSP 100% commission \"Fee\" for MSP once when the deal is won, on amount rate 10% ";

    private static readonly Gen<decimal[]> Amounts = Gen.Int[-50_000, 500_000].Select(cents => cents / 100m).Array[1, 6];

    [TestMethod]
    public void All_of_it_negates_line_by_line_and_nothing_is_taken_of_nothing() => Amounts.Sample(amounts =>
    {
        if (amounts.Sum() <= 0)
            amounts = [0];
        var program = Program(Fee + "clawback \"All\" of \"Fee\" when customer churns take back 100%");
        CollectionAssert.AreEqual(
            amounts.Select((amount, i) => ("k" + i, -amount)).Where(line => line.Item2 != 0).ToList(), TakenBack(program, amounts));
    }, iter: 300);

    [TestMethod]
    public void A_part_of_it_is_the_rounded_part_of_the_sum_and_never_more_than_was_earned() => Gen.Select(Amounts, Gen.Int[1, 10_000]).Sample((amounts, rate) =>
    {
        var positive = amounts.Select(Math.Abs).ToArray();
        var program = Program(Fee + FormattableString.Invariant($"clawback \"Part\" of \"Fee\" when customer churns take back {rate / 100m}%"));
        var taken = TakenBack(program, positive);
        Assert.AreEqual(-decimal.Round(positive.Sum() * rate / 10_000m, 2, MidpointRounding.ToEven), taken.Sum(line => line.Amount));
        Assert.IsTrue(taken.All(line => line.Amount <= 0 && -line.Amount <= positive[line.Key[1] - '0']));
    }, iter: 300);

    private static List<(string Key, decimal Amount)> TakenBack(RuleProgram program, decimal[] amounts) => program.Judge(new ClawbackCase
    {
        CustomerKey = "customer",
        Month = new Month(2026, 6),
        DealKey = "deal",
        Entries = [.. amounts.Select((amount, i) => new ClawbackEntry("k" + i, "Fee", "m", "MSP", amount))],
    }).Lines.Where(line => line.Amount != 0).OrderBy(line => line.EntryKey, StringComparer.Ordinal).Select(line => (line.EntryKey, line.Amount)).ToList();
}
