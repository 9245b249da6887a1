using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Publishing;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Tests.Publishing;

[TestClass]
public sealed class NewRulesTests
{
    [TestMethod]
    public void What_is_in_the_books_is_judged_again_from_the_month_of_the_new_rules()
    {
        using var world = new World(Rules("5%"));
        var customer = world.Customer("Larkspur");
        var skyops = world.Partner("Skyops");
        world.Engage(customer, skyops, "MSP", "2025-01-01");
        world.Use(customer, "2026-02", 1_000m);
        world.Use(customer, "2026-03", 1_000m);
        Won(world, customer, skyops, 3_000m, "2026-02-20");
        Won(world, customer, skyops, 3_000m, "2026-03-09");
        world.Settle();
        world.Publish(world.Draft(Rules("10%"), "2026-03"));
        world.Settle();

        // February stays at 5% of 1,000 and of 3,000; March is 10% of them.
        Assert.AreEqual(
            """
            Skyops 2026-02 accrual in 2026-02: 150.00 provisional
            Skyops 2026-02 accrual in 2026-02: 50.00 provisional
            Skyops 2026-03 accrual in 2026-03: 100.00 provisional
            Skyops 2026-03 accrual in 2026-03: 300.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void Open_deals_are_estimated_by_the_rules_of_the_day_they_are_expected_to_close()
    {
        using var world = new World(Rules("5%"));
        var skyops = world.Partner("Skyops");
        var before = Deal(world, skyops, "2026-03-31");
        var after = Deal(world, skyops, "2026-04-01");
        var undated = Deal(world, skyops, "2026-04-01");
        world.Change(Opportunity.Table, undated, Opportunity.EstimatedClose, null);
        world.Publish(world.Draft(Rules("5%", house: true), "2026-04"));
        world.Settle();
        Assert.AreEqual("Skyops MSP 100% 1000.00 estimate", world.Splits(before));
        Assert.AreEqual("Skyops MSP 80% 800.00 estimate\nhouse - 20% 200.00 estimate", world.Splits(after));
        Assert.AreEqual("Skyops MSP 100% 1000.00 estimate", world.Splits(undated));
    }

    [TestMethod]
    public void Rules_that_are_retired_before_they_take_effect_leave_no_estimate_behind()
    {
        using var world = new World(Rules("5%"));
        var deal = Deal(world, world.Partner("Skyops"), "2026-04-01");
        var version = world.Draft(Rules("5%", house: true), "2026-04");
        world.Publish(version);
        world.Settle();
        world.Service.Update(World.Status(RuleVersion.Table, version, RuleVersion.StateOf.Final, RuleVersion.StatusOf.Retired));
        world.Settle();
        Assert.AreEqual("Skyops MSP 100% 1000.00 estimate", world.Splits(deal));
    }

    [TestMethod]
    public void The_first_rules_judge_what_came_before_them_and_book_closed_months_in_the_open_one()
    {
        using var world = new World("");
        var customer = world.Customer("Larkspur");
        var skyops = world.Partner("Skyops");
        world.Engage(customer, skyops, "MSP", "2025-01-01");
        world.Use(customer, "2025-12", 1_000m);
        world.Use(customer, "2026-02", 2_000m);
        Won(world, customer, skyops, 3_000m, "2026-01-20");
        world.Settle();
        world.Close("2026-01");
        Assert.AreEqual("", world.Entries());
        world.Publish(world.Draft(Rules("5%"), "2025-01"));
        world.Settle();
        Assert.AreEqual(
            """
            Skyops 2025-12 accrual in 2026-02: 50.00 provisional
            Skyops 2026-01 accrual in 2026-02: 150.00 provisional
            Skyops 2026-02 accrual in 2026-02: 100.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void Usage_that_is_older_than_the_program_is_judged_by_its_first_rules()
    {
        using var world = new World("");
        var customer = world.Customer("Larkspur");
        world.Engage(customer, world.Partner("Skyops"), "MSP", "2025-01-01");
        world.Use(customer, "2026-02", 2_000m);
        world.Settle();
        foreach (var item in world.Rows(WorkItem.Table))
            world.Service.Delete(WorkItem.Table, item.Id);

        world.Publish(world.Draft(Rules("5%"), "2026-01"));
        world.Settle();
        Assert.AreEqual("Skyops 2026-02 accrual in 2026-02: 100.00 provisional", world.Entries());
    }

    [TestMethod]
    public void A_limit_per_partner_follows_the_new_rules()
    {
        using var world = new World(Rules("5%"));
        var skyops = world.Partner("Skyops");
        foreach (var name in new[] { "Larkspur", "Foxglove" })
        {
            var customer = world.Customer(name);
            world.Engage(customer, skyops, "MSP", "2025-01-01");
            world.Use(customer, "2026-03", 1_000m);
        }

        world.Settle();
        world.Publish(world.Draft(Rules("5%", limit: "at most 60 per partner"), "2026-03"));
        world.Settle();
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual in 2026-03: 30.00 provisional
            Skyops 2026-03 accrual in 2026-03: 30.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void The_month_can_t_be_closed_before_the_new_rules_are_applied_to_it()
    {
        using var world = new World(Rules("5%"));
        world.Close("2026-01");
        world.Publish(world.Draft(Rules("10%"), "2026-02"));
        Assert.Contains("Apply version, CLOUD, 2026-02", World.Refusal(() => world.Ask("2026-02")));
        world.Settle();
        Assert.AreEqual("2026-02 is closed.", world.Ask("2026-02"));
    }

    [TestMethod]
    public void A_large_program_is_asked_for_in_parts()
    {
        using var world = new World(Rules("5%"));
        var customer = world.Customer("Larkspur");
        world.Engage(customer, world.Partner("Skyops"), "MSP", "2000-01-01");
        for (var number = 0; number <= VersionApplication.PartSize; number++)
            world.Use(customer, new CrmAddon.Rules.Month(2026, 1).AddMonths(number).ToString(), 1_000m);

        Deal(world, world.Partner("Relay"), "2026-03-20");
        world.Settle();
        world.Publish(world.Draft(Rules("10%"), "2026-02"));
        world.Settle();
        var amounts = world.Rows(Entry.Table, Entry.Amount)
            .GroupBy(entry => entry.Amount(Entry.Amount))
            .ToDictionary(group => group.Key, group => group.Count());
        Assert.AreEqual(1, amounts[50m]);
        Assert.AreEqual(VersionApplication.PartSize, amounts[100m]);
        Assert.AreEqual(2, world.Rows(WorkItem.Table, WorkItem.Subjects).Count(item => item.Text(WorkItem.Subjects).Length > 0));
    }

    private static void Won(World world, Guid customer, Guid partner, decimal amount, string on)
    {
        var deal = world.Deal(customer, amount);
        world.Join(deal, partner, "MSP");
        world.Win(deal, amount, on);
    }

    private static Guid Deal(World world, Guid partner, string closes)
    {
        var deal = world.Deal(world.Customer("Foxglove"), 1_000m, closes: closes);
        world.Join(deal, partner, "MSP");
        return deal;
    }

    private static string Rules(string rate, bool house = false, string limit = "") =>
        $"""
        language 1
        program "Cloud Infrastructure" in USD
        role MSP
        credit "All"
          for deals and usage
          shares
            MSP {(house ? "80%" : "100%")}
          {(house ? "keep 20%" : "")}
        commission "Usage share"
          for MSP
          every month on credited usage, per customer
          rate {rate}
          {limit}
        commission "Landing fee"
          for MSP
          once when the deal is won, on credited amount
          rate {rate}
        """;
}
