using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Rules;
using CsCheck;

namespace CrmAddon.Plugins.Tests.Ledger;

[TestClass]
public sealed class HeldShareTests
{
    [TestMethod]
    public void What_a_cap_leaves_is_held_in_the_same_proportion() =>
        CollectionAssert.AreEqual(new[] { 40m, 10m }, Divide(payable: 80m, held: 20m, left: 50m));

    [TestMethod]
    public void The_parts_add_up_whatever_is_left() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000]).Sample((payable, held, left) =>
            Assert.AreEqual(left / 100m, Divide(payable / 100m, held / 100m, left / 100m).Sum()));

    private static List<decimal> Divide(decimal payable, decimal held, decimal left)
    {
        var line = new EntryLine("Relay", Guid.Empty, "Reseller", "Landing fee", new Month(2026, 3), IsHold: false);
        return HeldShare.Divide([Entry(line, payable), Entry(line with { IsHold = true }, held)], left, 2).Select(target => target.Amount).ToList();
    }

    private static LedgerEntry Entry(EntryLine line, decimal amount) =>
        new(Guid.NewGuid(), "key", line, new Month(2026, 3), IsProvisional: true, amount, amount);
}
