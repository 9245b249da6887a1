using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class PartnerCapTests
{
    private static readonly Month March = new(2026, 3);

    private static readonly RuleProgram Capped = Program(
        "credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every month on usage rate 10% at most 100 per partner at least 10 per partner");

    [TestMethod]
    public void What_is_above_the_cap_is_taken_in_proportion()
    {
        // 50 of 150 are taken: 25, 12.50 and 12.50; nothing of the negative entry.
        Assert.AreEqual("a 60.00, b 30.00, c 30.00, d -20.00", Apply(("a", 90m), ("b", 45m), ("c", 45m), ("d", -20m)));
    }

    [TestMethod]
    public void Odd_cents_are_taken_by_largest_remainder_and_key() =>
        Assert.AreEqual("x1 33.33, x2 33.33, x3 33.34", Apply(("x3", 34m), ("x1", 34m), ("x2", 34m)));

    [TestMethod]
    public void Below_the_cap_nothing_changes() => Assert.AreEqual("a 40.00, b 60.00", Apply(("a", 40m), ("b", 60m)));

    [TestMethod]
    public void A_floor_is_added_in_proportion() => Assert.AreEqual("a 2.50, b 7.50", Apply(("a", 1m), ("b", 3m)));

    [TestMethod]
    public void A_floor_makes_nothing_out_of_nothing() => Assert.AreEqual("a 0.00", Apply(("a", 0m)));

    [TestMethod]
    public void A_rule_without_a_cap_leaves_the_entries_as_they_are()
    {
        var ruling = Capped.ApplyLimits("Other", March, [new CapLine("a", "p", 500)]);

        Assert.AreEqual((500m, "No partner is beyond the limits of the commission \"Other\" in 2026-03."),
            (ruling.Lines.Single().Amount, Explanation.Render(ruling.Derivation).Single()));
    }

    [TestMethod]
    public void Partners_are_capped_each_for_itself_and_the_cap_is_explained()
    {
        var ruling = Capped.ApplyLimits("Fee", March, [new CapLine("a", "p", 150), new CapLine("b", "q", 99)]);

        CollectionAssert.AreEqual(new[] { 100m, 99m }, ruling.Lines.Select(line => line.Amount).ToArray());
        Assert.AreEqual(
            "Limits per partner of the commission \"Fee\" in 2026-03:|  p earned 150; 50 above the cap is taken from the entries in proportion.",
            string.Join('|', Explanation.Render(ruling.Derivation)));
    }

    [TestMethod]
    public void The_hold_comes_after_the_cap()
    {
        var rules = Program(
            "credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every month on usage rate 5% at most 1 per partner hold 50% for 2 months");

        var ruling = rules.ApplyLimits("Fee", March, [new CapLine("a", "p", 50), new CapLine("b", "p", 50), new CapLine("c", "p", 50)]);

        // 33 cents halve into 17 payable and 16 held: the payable part is served first.
        CollectionAssert.AreEqual(
            new[] { (0.34m, 0.17m), (0.33m, 0.16m), (0.33m, 0.16m) }.OrderBy(part => part).ToArray(),
            ruling.Lines.Select(line => (line.Amount, line.Held)).OrderBy(part => part).ToArray());
        Assert.AreEqual(2, ruling.HoldMonths);
    }

    [TestMethod]
    public void The_hold_comes_after_the_floor()
    {
        var rules = Program(
            "credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every month on usage rate 5% at least 500 per partner hold 20% for 2 months");

        var line = rules.ApplyLimits("Fee", March, [new CapLine("a", "p", 0.03m)]).Lines.Single();

        Assert.AreEqual((500m, 100m), (line.Amount, line.Held));
    }

    [TestMethod]
    public void A_capped_partner_gets_the_cap_exactly_and_no_entry_turns_negative() =>
        Gen.Int[-5000, 20_000].Array[1, 10].Sample(cents =>
        {
            var lines = cents.Select((amount, i) => new CapLine("k" + i, "p", amount / 100m)).ToArray();
            var after = Capped.ApplyLimits("Fee", March, lines).Lines;
            var total = lines.Sum(line => line.Amount);
            var expected = total > 100 ? 100 : total < 10 && lines.Any(line => line.Amount > 0) ? 10 : total;
            return after.Sum(line => line.Amount) == expected
                && after.All(line => (line.Uncapped > 0 && line.Amount >= 0) || line.Amount == line.Uncapped);
        });

    [TestMethod]
    public void The_order_of_the_entries_changes_nothing() =>
        Gen.Select(Gen.Int[-5000, 20_000].Array[1, 10], Gen.Int[0, 9]).Sample((cents, turn) =>
        {
            var lines = cents.Select((amount, i) => new CapLine("k" + i, "p", amount / 100m)).ToArray();
            var shuffled = lines.Skip(turn).Reverse().Concat(lines.Take(turn)).ToArray();
            return AmountsByKey(lines).SequenceEqual(AmountsByKey(shuffled));
        });

    private static IEnumerable<decimal> AmountsByKey(IReadOnlyList<CapLine> lines) =>
        Capped.ApplyLimits("Fee", March, lines).Lines.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => line.Amount);

    private static string Apply(params (string Key, decimal Amount)[] lines) => string.Join(", ", Capped
        .ApplyLimits("Fee", March, [.. lines.Select(line => new CapLine(line.Key, "p", line.Amount))]).Lines
        .OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => FormattableString.Invariant($"{line.Key} {line.Amount:0.00}")));
}
