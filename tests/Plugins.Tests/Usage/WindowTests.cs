using System;

namespace CrmAddon.Plugins.Tests.Usage;

/// <summary>Quarters and years: each month books the rate of the window so far minus what the window has booked.</summary>
[TestClass]
public sealed class WindowTests
{
    [TestMethod]
    public void A_quarter_books_each_month_what_the_whole_so_far_adds()
    {
        using var world = new World(Rules("every quarter on credited usage, per customer", "rate 0.1%"));
        var customer = Engaged(world, "Larkspur", "Skyops");
        world.Use(customer, "2026-01", 333m);
        world.Use(customer, "2026-02", 333m);
        world.Use(customer, "2026-04", 333m);
        world.Settle();

        // 0.333 is 0.33; 0.666 is 0.67, of which 0.33 is booked. April begins the next quarter.
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 0.33 provisional
            Skyops 2026-02 accrual in 2026-02: 0.34 provisional
            Skyops 2026-04 accrual in 2026-04: 0.33 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void Steps_are_those_of_the_quarter()
    {
        using var world = new World(Rules("every quarter on credited usage, per customer", "graduated above 0 5% above 1,000 10%"));
        var customer = Engaged(world, "Larkspur", "Skyops");
        world.Use(customer, "2026-01", 800m);
        world.Use(customer, "2026-02", 800m);
        world.Use(customer, "2026-03", 100m);
        world.Settle();

        // 40; 50 + 60 - 40; 50 + 70 - 110.
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 40.00 provisional
            Skyops 2026-02 accrual in 2026-02: 70.00 provisional
            Skyops 2026-03 accrual in 2026-03: 10.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void The_order_in_which_months_come_changes_nothing()
    {
        var months = new[] { ("2026-01", 800m), ("2026-02", 800m), ("2026-03", 100m) };
        Assert.AreEqual(Booked(months), Booked([months[2], months[0], months[1]]));
        Assert.AreEqual(Booked(months), Booked([months[1], months[2], months[0]]));
    }

    [TestMethod]
    public void A_correction_of_a_closed_month_moves_the_steps_of_the_rest_of_the_quarter()
    {
        using var world = new World(Rules("every quarter on credited usage, per customer", "graduated above 0 5% above 1,000 10%"));
        var customer = Engaged(world, "Larkspur", "Skyops");
        world.Use(customer, "2026-01", 800m);
        world.Use(customer, "2026-02", 800m);
        world.Settle();
        world.Close("2026-01");
        world.Use(customer, "2026-01", 1_800m);
        world.Settle();

        // January is worth 50 + 80 now, 90 more than was posted; February adds 80.
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 40.00 posted
            Skyops 2026-01 adjustment in 2026-02: 90.00 provisional
            Skyops 2026-02 accrual in 2026-02: 80.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void A_cap_per_partner_works_on_the_quarter()
    {
        using var world = new World(Rules("every quarter on credited usage, per customer", "rate 10% at most 100 per partner"));
        var customer = Engaged(world, "Larkspur", "Skyops");
        world.Use(customer, "2026-01", 800m);
        world.Use(customer, "2026-02", 800m);
        world.Use(customer, "2026-03", 800m);
        world.Settle();
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 80.00 provisional
            Skyops 2026-02 accrual in 2026-02: 20.00 provisional
            Skyops 2026-03 accrual in 2026-03: 0.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void Each_product_climbs_its_own_steps()
    {
        using var world = new World(Rules("every month on credited usage, per product", "graduated above 0 5% above 1,000 10%"));
        var customer = Engaged(world, "Larkspur", "Skyops");
        world.Use(customer, "2026-01", 1_500m);
        world.Use(customer, "2026-01", 600m, product: "Storage");
        world.Settle();

        // Compute 50 + 50, storage 30.
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 100.00 provisional
            Skyops 2026-01 accrual in 2026-01: 30.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void A_limit_per_program_is_shared_by_all_partners()
    {
        using var world = new World(Rules("every month on credited usage, per customer", "rate 10% at most 100 per program"));
        world.Use(Engaged(world, "Larkspur", "Skyops"), "2026-01", 1_500m);
        world.Use(Engaged(world, "Foxglove", "Ridge"), "2026-01", 500m);
        world.Settle();
        Assert.AreEqual(
            """
            Ridge 2026-01 accrual in 2026-01: 25.00 provisional
            Skyops 2026-01 accrual in 2026-01: 75.00 provisional
            """, world.Entries());
    }

    private static string Booked((string Month, decimal Amount)[] months)
    {
        using var world = new World(Rules("every quarter on credited usage, per customer", "graduated above 0 5% above 1,000 10%"));
        var customer = Engaged(world, "Larkspur", "Skyops");
        foreach (var (month, amount) in months)
        {
            world.Use(customer, month, amount);
            world.Settle();
        }

        return world.Entries();
    }

    private static Guid Engaged(World world, string name, string partner)
    {
        var customer = world.Customer(name);
        world.Engage(customer, world.PartnerNamed(partner), "MSP", "2026-01-01");
        return customer;
    }

    private static string Rules(string schedule, string terms) =>
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
          {schedule}
          {terms}
        """;
}
