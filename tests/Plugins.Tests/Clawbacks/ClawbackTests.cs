using System;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Clawbacks;

/// <summary>What a deal has earned is taken back when its customer leaves soon after.</summary>
[TestClass]
public sealed class ClawbackTests
{
    private const int Cancelled = 770000002;

    [TestMethod]
    public void A_customer_who_leaves_in_time_takes_the_fee_back_from_what_was_paid_and_what_is_held()
    {
        using var world = new World();
        var customer = Won(world);
        Assert.AreEqual(
            """
            Relay 2026-01 accrual (held) in 2026-01: 600.00 provisional
            Relay 2026-01 accrual in 2026-01: 2400.00 provisional
            """, world.Entries());
        world.Close("2026-01");
        Leave(world, customer, "2026-02-10");

        // Relay alone has all of the 50,000, at 6%; a fifth of it is held.
        Assert.AreEqual(
            """
            Relay 2026-01 accrual (held) in 2026-01: 600.00 held
            Relay 2026-01 accrual in 2026-01: 2400.00 posted
            Relay 2026-02 clawback (held) in 2026-02: -600.00 provisional
            Relay 2026-02 clawback in 2026-02: -2400.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void A_customer_who_did_not_leave_after_all_gets_the_fee_restored()
    {
        using var world = new World();
        var customer = Won(world);
        world.Close("2026-01");
        var before = world.Entries();
        Leave(world, customer, "2026-02-10");
        world.Change(Account.Table, customer, Account.CustomerStatus, new OptionSetValue(770000000));
        world.Change(Account.Table, customer, Account.CustomerStatusSince, World.Day("2026-02-10"));
        world.Settle();
        Assert.AreEqual(before, world.Entries());
    }

    [TestMethod]
    public void Later_months_of_a_customer_who_left_take_nothing_back_again()
    {
        using var world = new World();
        var customer = Won(world);
        world.Close("2026-01");
        Leave(world, customer, "2026-02-10");
        world.Use(customer, "2026-03", 1m);
        world.Settle();
        Assert.AreEqual(-3_000m, Clawed(world));
        world.Close("2026-02");
        world.Close("2026-03");
        Assert.AreEqual(-3_000m, Clawed(world));
    }

    [TestMethod]
    public void A_customer_who_sends_no_usage_any_more_is_found_when_the_month_closes()
    {
        using var world = new World();
        var customer = Won(world);
        world.Change(Account.Table, customer, Account.CustomerStatus, new OptionSetValue(Cancelled));
        world.Change(Account.Table, customer, Account.CustomerStatusSince, World.Day("2026-02-10"));
        world.Settle();
        Assert.AreEqual(0m, Clawed(world));
        world.Close("2026-01");
        world.Close("2026-02");
        world.Settle();
        Assert.Contains("Relay 2026-02 clawback in 2026-03: -2400.00 provisional", world.Entries());
    }

    private static decimal Clawed(World world)
    {
        var sum = 0m;
        foreach (var row in world.Rows(Entry.Table, Entry.Kind, Entry.Amount))
            if (((OptionSetValue)row[Entry.Kind]!).Value == Entry.KindOf.Clawback)
                sum += ((Money)row[Entry.Amount]!).Value;
        return sum;
    }

    private static Guid Won(World world)
    {
        var customer = world.Customer("Larkspur");
        var deal = world.Deal(customer, 50_000m, closes: "2026-01-20");
        world.Join(deal, world.Partner("Relay"), "Reseller");
        world.Win(deal, 50_000m, "2026-01-20");
        world.Settle();
        return customer;
    }

    private static void Leave(World world, Guid customer, string on)
    {
        world.Change(Account.Table, customer, Account.CustomerStatus, new OptionSetValue(Cancelled));
        world.Change(Account.Table, customer, Account.CustomerStatusSince, World.Day(on));
        world.Use(customer, "2026-02", 10m);
        world.Settle();
    }
}
