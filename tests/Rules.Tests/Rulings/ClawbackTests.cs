using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class ClawbackTests
{
    private const string Fee = "credit \"All\" for deals shares ISV 100% commission \"Fee\" for ISV once when the deal is won, on amount rate 1% ";

    private static readonly RuleProgram Whole = Program(Fee + "clawback \"Gone\" of \"Fee\" when customer churns take back 100%");
    private static readonly RuleProgram Half = Program(Fee + "clawback \"Gone\" of \"Fee\" when customer churns take back 50%");

    [TestMethod]
    public void All_of_it_negates_each_entry() =>
        Assert.AreEqual("a -100.01, b 20.00", Taken(Whole, ("a", 100.01m), ("b", -20m)));

    [TestMethod]
    public void A_part_is_rounded_once_and_divided_by_what_the_entries_are()
    {
        // Half of 80 is 40, divided 100 to 20.
        Assert.AreEqual("a -33.33, b -6.67", Taken(Half, ("a", 100m), ("b", -20m)));
    }

    [TestMethod]
    public void Equal_remainders_are_served_by_key() =>
        Assert.AreEqual("a -0.01, b -0.01", Taken(Half, ("c", 0.01m), ("b", 0.01m), ("a", 0.01m)));

    [TestMethod]
    public void Where_nothing_was_earned_in_all_nothing_is_taken_back() =>
        Assert.AreEqual("", Taken(Whole, ("a", 100m), ("b", -100m)) + Taken(Half, ("a", 100m), ("b", -150m)));

    [TestMethod]
    public void Entries_of_other_rules_stay() => Assert.AreEqual(0, Whole.Judge(new ClawbackCase
    {
        CustomerKey = "customer",
        Month = new Month(2026, 3),
        DealKey = "deal",
        Entries = [new ClawbackEntry("a", "Other", "p", "ISV", 100)],
    }).Lines.Count);

    [TestMethod]
    public void Several_clawbacks_together_take_back_at_most_all_and_then_exactly() =>
        Gen.Select(Gen.Int[-500, 2000].Array[1, 6], Gen.Int[1, 100], Gen.Int[1, 100]).Sample((cents, first, second) =>
        {
            var program = Program(Fee
                + FormattableString.Invariant($"clawback \"A\" of \"Fee\" when customer churns take back {first}% ")
                + FormattableString.Invariant($"clawback \"B\" of \"Fee\" when customer churns take back {second}%"));
            var entries = cents.Select((amount, i) => ("k" + i, amount / 100m)).ToArray();
            var earned = Math.Max(0, entries.Sum(entry => entry.Item2));
            var taken = Judge(program, entries);
            var total = -taken.Sum(line => line.Amount);
            return total <= earned
                && (first + second < 100 || total == earned)
                && (total < earned || earned == 0 || entries.All(entry =>
                    taken.Where(line => line.EntryKey == entry.Item1).Sum(line => line.Amount) == -entry.Item2));
        });

    private static IReadOnlyList<ClawbackLine> Judge(RuleProgram program, params (string Key, decimal Amount)[] entries) =>
        program.Judge(new ClawbackCase
        {
            CustomerKey = "customer",
            Month = new Month(2026, 3),
            DealKey = "deal",
            Entries = [.. entries.Select(entry => new ClawbackEntry(entry.Key, "Fee", "p", "ISV", entry.Amount))],
        }).Lines;

    private static string Taken(RuleProgram program, params (string Key, decimal Amount)[] entries) => string.Join(", ",
        Judge(program, entries).Select(line => FormattableString.Invariant($"{line.EntryKey} {line.Amount:0.00}")));
}
