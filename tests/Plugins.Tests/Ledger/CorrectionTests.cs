using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Tests.Ledger;

/// <summary>What changes after a month is closed is booked in the open month, to the cent, and its way back brings back what was.</summary>
[TestClass]
public sealed class CorrectionTests
{
    private const string Bonus =
        """
        language 1
        program "Bonus" in USD
        role MSP, Reseller

        credit "All to the MSP"
          for deals and usage
          shares
            MSP 100%

        commission "Bonus" for MSP
          once when the deal is won, on credited amount
          rate 7%
          hold 30% for 2 months
          at most 1,000 per partner
        """;

    [TestMethod]
    public void A_cap_that_a_correction_lifts_gives_back_to_the_other_customers_and_takes_again_on_the_way_back()
    {
        using var world = new World();
        var skyops = world.Partner("Skyops");
        var customers = new[] { "Larkspur", "Foxglove", "Yarrow" }.Select(world.Customer).ToArray();
        foreach (var customer in customers)
            world.Engage(customer, skyops, "MSP", "2024-01-01");
        world.Use(customers[0], "2026-01", 333_333.33m);
        world.Use(customers[1], "2026-01", 333_333.33m);
        world.Use(customers[2], "2026-01", 77.77m);
        world.Settle();
        world.Close("2026-01");

        // 32,033.33 twice and 3.89 became 50,000. With 0.50 instead of the second nothing is above the cap any more: 32,037.72.
        world.Use(customers[1], "2026-01", 10.01m);
        world.Settle();
        world.Close("2026-02");
        world.Use(customers[1], "2026-01", 333_333.33m);
        world.Settle();
        world.Close("2026-03");

        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 24998.48 posted
            Skyops 2026-01 accrual in 2026-01: 24998.48 posted
            Skyops 2026-01 accrual in 2026-01: 3.04 posted
            Skyops 2026-01 adjustment in 2026-02: -24997.98 posted
            Skyops 2026-01 adjustment in 2026-02: 0.85 posted
            Skyops 2026-01 adjustment in 2026-02: 7034.85 posted
            Skyops 2026-01 adjustment in 2026-03: -0.85 posted
            Skyops 2026-01 adjustment in 2026-03: -7034.85 posted
            Skyops 2026-01 adjustment in 2026-03: 24997.98 posted
            """, world.Entries());
        Assert.AreEqual(
            """
            Skyops 2026-01: 0.00 + 50000.00 earned + 0.00 adjusted = 50000.00, 0.00 held, 50000.00 payable
            Skyops 2026-02: 50000.00 + 0.00 earned + -17962.28 adjusted = 32037.72, 0.00 held, 32037.72 payable
            Skyops 2026-03: 32037.72 + 0.00 earned + 17962.28 adjusted = 50000.00, 0.00 held, 50000.00 payable
            """, world.Statements());
    }

    [TestMethod]
    public void A_deal_that_is_opened_again_leaves_its_part_of_the_cap_to_the_others_held_parts_included()
    {
        using var world = new World(Bonus);
        var skyops = world.Partner("Skyops");
        var large = Won(world, skyops, 20_000.22m);
        Won(world, skyops, 10_000.11m);
        Won(world, skyops, 3.33m);
        world.Settle();
        world.Close("2026-01");
        var posted = world.Entries();

        // 700.01 and 0.23 are below the cap without it; 30% of each is held.
        world.Reopen(large);
        world.Settle();
        Assert.AreEqual((700.24m, 210.07m), (Booked(world, held: null), Booked(world, held: true)));

        world.Win(large, 20_000.22m, "2026-01-09");
        world.Settle();
        Assert.AreEqual(posted, world.Entries());
    }

    [TestMethod]
    public void A_won_deal_that_moves_to_another_month_frees_its_part_of_the_first_month_s_cap()
    {
        using var world = new World(Bonus.Replace("hold 30% for 2 months", "", StringComparison.Ordinal));
        var skyops = world.Partner("Skyops");
        Won(world, skyops, 10_000m);
        var moved = Won(world, skyops, 10_000m);
        world.Settle();
        world.Close("2026-01");
        world.Change(Opportunity.Table, moved, Opportunity.ActualClose, World.Day("2026-02-03"));
        world.Settle();

        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 500.00 posted
            Skyops 2026-01 accrual in 2026-01: 500.00 posted
            Skyops 2026-01 adjustment in 2026-02: -500.00 provisional
            Skyops 2026-01 adjustment in 2026-02: 200.00 provisional
            Skyops 2026-02 accrual in 2026-02: 700.00 provisional
            """, world.Entries());
    }

    private static Guid Won(World world, Guid partner, decimal amount)
    {
        var deal = world.Deal(world.Customer("Larkspur"), amount);
        world.Join(deal, partner, "MSP");
        world.Win(deal, amount, "2026-01-09");
        return deal;
    }

    private static decimal Booked(World world, bool? held) => world.Rows(Entry.Table, Entry.Amount, Entry.IsHold)
        .Where(row => held is null || row.GetAttributeValue<bool>(Entry.IsHold) == held)
        .Sum(row => row.Amount(Entry.Amount));
}
