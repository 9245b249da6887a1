using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Plugins.Tests.Usage;

[TestClass]
public sealed class UsageTests
{
    [TestMethod]
    public void Usage_earns_by_the_slice_each_month()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-01", 8_000m);
        world.Use(customer, "2026-02", 59_000m);
        world.Settle();

        // 5% of 8,000; 5% of 10,000 + 8% of 40,000 + 10% of 9,000.
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 400.00 provisional
            Skyops 2026-02 accrual in 2026-02: 4600.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void Growth_accelerates_once_there_is_something_to_compare_with()
    {
        using var world = new World();
        Engaged(world, out var customer);
        Quarter(world, customer, 50_000m, 50_000m, 50_000m);
        FirstQuarter(world, customer, 59_000m, 59_000m, 62_000m);
        world.Settle();

        // January and February have no six months behind them. March: 180,000 after 150,000 is 20% more: (500 + 3,200 + 1,200) x 1.25.
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 4600.00 provisional
            Skyops 2026-02 accrual in 2026-02: 4600.00 provisional
            Skyops 2026-03 accrual in 2026-03: 6125.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void A_correction_of_an_old_month_ripples_to_the_months_that_look_back_on_it()
    {
        using var world = new World();
        Engaged(world, out var customer);
        Quarter(world, customer, 50_000m, 50_000m, 50_000m);
        FirstQuarter(world, customer, 59_000m, 59_000m, 62_000m);
        world.Settle();

        // 180,000 after 180,000 is no growth.
        world.Use(customer, "2025-10", 80_000m);
        world.Settle();
        Assert.Contains("Skyops 2026-03 accrual in 2026-03: 4900.00 provisional", world.Entries());
    }

    [TestMethod]
    public void The_months_may_be_judged_in_any_order()
    {
        using var forth = new World();
        Engaged(forth, out var first);
        Quarter(forth, first, 50_000m, 50_000m, 50_000m);
        FirstQuarter(forth, first, 59_000m, 59_000m, 62_000m);
        forth.Settle();

        using var back = new World();
        Engaged(back, out var second);
        foreach (var (month, amount) in new[] { ("2026-03", 62_000m), ("2026-01", 59_000m), ("2025-12", 50_000m), ("2026-02", 59_000m), ("2025-11", 50_000m), ("2025-10", 50_000m) })
        {
            back.Use(second, month, amount);
            back.Settle();
        }

        Assert.AreEqual(forth.Entries(), back.Entries());
    }

    [TestMethod]
    public void A_first_month_that_comes_late_or_goes_again_moves_every_month_whose_growth_it_makes_known()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2025-12", 10_000m);
        FirstQuarter(world, customer, 10_000m, 10_000m, 20_000m);
        world.Settle();
        Assert.Contains("Skyops 2026-03 accrual in 2026-03: 1300.00 provisional", world.Entries());

        // More than the five months of the look-back before March: October and November were zero then, and are unknown no more.
        world.Use(customer, "2025-01", 100m);
        world.Settle();
        Assert.Contains("Skyops 2026-03 accrual in 2026-03: 1625.00 provisional", world.Entries());

        world.Service.Delete(UsageRow.Table, world.Rows(UsageRow.Table, UsageRow.Amount)
            .Single(row => row.GetAttributeValue<decimal>(UsageRow.Amount) == 100m).Id);
        world.Settle();
        Assert.Contains("Skyops 2026-03 accrual in 2026-03: 1300.00 provisional", world.Entries());
    }

    [TestMethod]
    public void The_same_usage_again_changes_nothing()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-03", 62_000m);
        world.Settle();
        var before = world.Everything();
        world.Use(customer, "2026-03", 62_000m);
        world.Settle();
        Assert.AreEqual(before, world.Everything());
    }

    [TestMethod]
    public void Usage_that_is_removed_takes_its_entry_along()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-03", 62_000m);
        world.Settle();
        world.Service.Delete(UsageRow.Table, world.Rows(UsageRow.Table)[0].Id);
        world.Settle();
        Assert.AreEqual("", world.Entries());
    }

    [TestMethod]
    public void A_partner_earns_from_the_month_in_which_the_engagement_begins_to_the_one_in_which_it_ends()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        foreach (var month in new[] { "2026-01", "2026-02", "2026-03", "2026-04" })
            world.Use(customer, month, 1_000m);

        world.Settle();
        Assert.AreEqual("", world.Entries());

        var engagement = world.Engage(customer, world.Partner("Skyops"), "MSP", "2026-02-15", "2026-03-01");
        world.Settle();
        Assert.AreEqual(
            """
            Skyops 2026-02 accrual in 2026-02: 50.00 provisional
            Skyops 2026-03 accrual in 2026-03: 50.00 provisional
            """, world.Entries());

        world.Change(Engagement.Table, engagement, Engagement.Until, World.Day("2026-02-28"));
        world.Settle();
        Assert.AreEqual("Skyops 2026-02 accrual in 2026-02: 50.00 provisional", world.Entries());
    }

    [TestMethod]
    public void What_a_cap_per_partner_takes_away_is_divided_over_the_customers()
    {
        using var world = new World();
        var skyops = world.Partner("Skyops");
        var large = world.Customer("Larkspur");
        var small = world.Customer("Foxglove");
        world.Engage(large, skyops, "MSP", "2026-01-01");
        world.Engage(small, skyops, "MSP", "2026-01-01");
        world.Use(large, "2026-03", 500_000m);
        world.Use(small, "2026-03", 100_000m);
        world.Settle();

        // 48,700 + 8,700 = 57,400; the 7,400 above 50,000 are taken 6,278.40 to 1,121.60.
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual in 2026-03: 42421.60 provisional
            Skyops 2026-03 accrual in 2026-03: 7578.40 provisional
            """, world.Entries());

        var before = world.Everything();
        world.Use(small, "2026-03", 100_000m);
        world.Settle();
        Assert.AreEqual(before, world.Everything());

        world.Use(large, "2026-03", 50_000m);
        world.Settle();

        // 3,700 and 8,700 are below the cap again.
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual in 2026-03: 3700.00 provisional
            Skyops 2026-03 accrual in 2026-03: 8700.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void A_customer_who_leaves_earns_nothing_more_from_the_month_in_which_the_rules_find_it()
    {
        using var world = new World();
        Engaged(world, out var customer);
        FirstQuarter(world, customer, 62_000m, 62_000m, 62_000m);
        world.Use(customer, "2026-04", 1_000m);
        world.Use(customer, "2026-05", 500m);
        world.Settle();

        // 1,000 is below 5% of the average 41,667 for the first month, 500 below 5% of 21,167 for the second: churned in May.
        Assert.Contains("Skyops 2026-04 accrual in 2026-04: 50.00 provisional", world.Entries());
        Assert.DoesNotContain("2026-05", world.Entries());
    }

    [TestMethod]
    public void A_customer_who_cancels_stops_accruing_from_the_current_month()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-02", 1_000m);
        world.Use(customer, "2026-03", 1_000m);
        world.Settle();
        world.Change(Account.Table, customer, Account.CustomerStatus, new OptionSetValue(770000002));
        world.Settle();
        Assert.AreEqual("Skyops 2026-02 accrual in 2026-02: 50.00 provisional", world.Entries());
    }

    [TestMethod]
    public void A_correction_of_a_month_before_a_customer_cancelled_finds_it_active()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-01", 10_000m);
        world.Settle();
        world.Close("2026-01");
        world.Change(Account.Table, customer, Account.CustomerStatus, new OptionSetValue(770000002));
        Assert.AreEqual(World.Day("2026-03-10"), world.Row(Account.Table, customer).Date(Account.CustomerStatusSince));
        world.Use(customer, "2026-01", 11_000m);
        world.Settle();

        // 8% of the 1,000 above 10,000.
        Assert.AreEqual(
            """
            Skyops 2026-01 accrual in 2026-01: 500.00 posted
            Skyops 2026-01 adjustment in 2026-02: 80.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void The_day_of_a_customer_s_status_may_be_given_and_corrected()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-01", 1_000m);
        world.Use(customer, "2026-02", 1_000m);
        world.Settle();
        world.Service.Update(new Entity(Account.Table, customer)
        {
            [Account.CustomerStatus] = new OptionSetValue(770000002),
            [Account.CustomerStatusSince] = World.Day("2026-01-15"),
        });
        world.Settle();
        Assert.AreEqual("", world.Entries());
        world.Change(Account.Table, customer, Account.CustomerStatusSince, World.Day("2026-02-01"));
        world.Settle();
        Assert.AreEqual("Skyops 2026-01 accrual in 2026-01: 50.00 provisional", world.Entries());
    }

    [TestMethod]
    public void A_bulk_of_rows_asks_once_for_each_customer_and_month()
    {
        using var world = new World();
        Engaged(world, out var customer);
        var rows = Enumerable.Range(0, 50).Select(row => new Entity(UsageRow.Table)
        {
            [UsageRow.Source] = "aws/" + row.ToString(CultureInfo.InvariantCulture),
            [UsageRow.Customer] = new EntityReference(Account.Table, customer),
            [UsageRow.ChargeMonth] = World.FirstOf(row % 2 == 0 ? "2026-02" : "2026-03"),
            [UsageRow.BillingMonth] = World.FirstOf("2026-03"),
            [UsageRow.Amount] = 0.1m,
            [UsageRow.Currency] = new EntityReference(Currency.Table, world.Dollar),
        });
        world.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection(rows.ToList()) { EntityName = UsageRow.Table } });
        Assert.AreEqual(2, world.Rows(WorkItem.Table, WorkItem.Kind).Count(item => item.Option(WorkItem.Kind) == WorkItem.KindOf.JudgeUsage));
        world.Settle();

        // 2.50 each month, 5% of it rounded half to even.
        Assert.AreEqual(
            """
            Skyops 2026-02 accrual in 2026-02: 0.12 provisional
            Skyops 2026-03 accrual in 2026-03: 0.12 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void Usage_that_is_moved_to_another_month_is_judged_where_it_was_and_where_it_is()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-02", 1_000m);
        world.Settle();
        world.Change(UsageRow.Table, world.Rows(UsageRow.Table)[0].Id, UsageRow.ChargeMonth, World.FirstOf("2026-03"));
        world.Settle();
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 50.00 provisional", world.Entries());
    }

    [TestMethod]
    public void Usage_in_another_currency_is_not_judged_and_says_so()
    {
        using var world = new World();
        Engaged(world, out var customer);
        world.Use(customer, "2026-03", 1_000m);
        var euro = world.Service.Create(new Entity(Currency.Table)
        {
            ["currencyname"] = "Euro", ["isocurrencycode"] = "EUR", ["currencysymbol"] = "€", ["currencyprecision"] = 2, ["exchangerate"] = 0.9m,
        });
        world.Change(UsageRow.Table, world.Rows(UsageRow.Table)[0].Id, UsageRow.Currency, new EntityReference(Currency.Table, euro));
        Assert.Contains("is not all in USD, the currency of Cloud Infrastructure. Import it in USD", world.Failures());
        Assert.Contains("can't be closed", World.Refusal(() => CloseAll(world, "2026-01", "2026-02", "2026-03")));
    }

    private static void CloseAll(World world, params string[] months)
    {
        foreach (var month in months)
            world.Ask(month);
    }

    private static void Engaged(World world, out Guid customer)
    {
        customer = world.Customer("Larkspur");
        world.Engage(customer, world.Partner("Skyops"), "MSP", "2025-01-01");
    }

    private static void Quarter(World world, Guid customer, decimal october, decimal november, decimal december)
    {
        world.Use(customer, "2025-10", october);
        world.Use(customer, "2025-11", november);
        world.Use(customer, "2025-12", december);
    }

    private static void FirstQuarter(World world, Guid customer, decimal january, decimal february, decimal march)
    {
        world.Use(customer, "2026-01", january);
        world.Use(customer, "2026-02", february);
        world.Use(customer, "2026-03", march);
    }
}
