using System.Linq;

namespace CrmAddon.Plugins.Tests.Ledger;

/// <summary>The order of a commission is fixed: the hold comes after the limit per partner.</summary>
[TestClass]
public sealed class HoldAfterLimitTests
{
    [TestMethod]
    public void What_a_floor_adds_is_held_like_the_rest()
    {
        using var world = new World(Rules("at least 500 per partner", "hold 20% for 2 months"));
        Use(world, "Larkspur", 0.60m);
        world.Settle();

        // 0.03 is lifted to 500, of which 20% is held; dividing 0.02 and 0.01 in proportion would hold 166.67.
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual (held) in 2026-03: 100.00 provisional
            Skyops 2026-03 accrual in 2026-03: 400.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void An_earning_too_small_for_a_hold_has_one_after_the_floor_and_keeps_it()
    {
        using var world = new World(Rules("at least 500 per partner", "hold 20% for 2 months"));
        Use(world, "Larkspur", 0.20m);
        world.Settle();
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual (held) in 2026-03: 100.00 provisional
            Skyops 2026-03 accrual in 2026-03: 400.00 provisional
            """, world.Entries());

        var before = world.Everything();
        Use(world, "Larkspur", 0.20m);
        world.Settle();
        Assert.AreEqual(before, world.Everything());
        foreach (var month in new[] { "2026-01", "2026-02", "2026-03", "2026-04" })
            world.Close(month);

        Assert.Contains("(held) in 2026-03: 100.00 held", world.Entries());
        world.Close("2026-05");
        Assert.Contains("(held) in 2026-03: 100.00 released", world.Entries());
    }

    [TestMethod]
    public void A_unit_left_over_after_a_cap_is_payable_first()
    {
        using var world = new World(Rules("at most 1 per partner", "hold 50% for 2 months"));
        foreach (var name in new[] { "Larkspur", "Foxglove", "Bluebell" })
            Use(world, name, 1_000m);

        world.Settle();

        // 1.00 is divided .34, .33, .33; half of each is held: .17, .16, .16.
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual (held) in 2026-03: 0.16 provisional
            Skyops 2026-03 accrual (held) in 2026-03: 0.16 provisional
            Skyops 2026-03 accrual (held) in 2026-03: 0.17 provisional
            Skyops 2026-03 accrual in 2026-03: 0.17 provisional
            Skyops 2026-03 accrual in 2026-03: 0.17 provisional
            Skyops 2026-03 accrual in 2026-03: 0.17 provisional
            """, world.Entries());
    }

    private static void Use(World world, string name, decimal amount)
    {
        var known = world.Rows("account", "name").FirstOrDefault(row => (string)row["name"]! == name);
        var customer = known?.Id ?? world.Customer(name);
        if (known is null)
            world.Engage(customer, world.PartnerNamed("Skyops"), "MSP", "2026-01-01");

        world.Use(customer, "2026-03", amount);
    }

    private static string Rules(string limit, string hold) =>
        $"""
        language 1
        program "Cloud Infrastructure" in USD
        role MSP
        credit "All"
          for deals and usage
          shares
            MSP 100%
        commission "Share"
          for MSP
          every month on credited usage, per customer
          rate 5%
          {limit}
          {hold}
        """;
}
