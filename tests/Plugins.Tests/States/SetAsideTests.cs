using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Tests.States;

/// <summary>A roster row or an engagement that was set to Inactive no longer counts, and counts again when it is active again.</summary>
[TestClass]
public sealed class SetAsideTests
{
    [TestMethod]
    public void An_inactive_roster_row_has_no_share()
    {
        using var world = new World();
        var deal = world.Deal(world.Customer("Larkspur"), 18_000m);
        var row = world.Join(deal, world.Partner("Relay"), "Reseller");
        var with = world.Splits(deal);
        Assert.Contains("Relay Reseller", with);
        world.Service.Update(World.Status(DealPartner.Table, row, DealPartner.StateOf.Inactive, 2));
        Assert.DoesNotContain("Relay Reseller", world.Splits(deal));
        world.Service.Update(World.Status(DealPartner.Table, row, DealPartner.StateOf.Active, 1));
        Assert.AreEqual(with, world.Splits(deal));
    }

    [TestMethod]
    public void An_inactive_engagement_earns_nothing()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var engagement = world.Engage(customer, world.Partner("Skyops"), "MSP", "2026-01-01");
        world.Use(customer, "2026-03", 62_000m);
        world.Settle();
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 4900.00 provisional", world.Entries());

        world.Service.Update(World.Status(Engagement.Table, engagement, Engagement.StateOf.Inactive, 2));
        world.Settle();
        Assert.AreEqual("", world.Entries());
        world.Service.Update(World.Status(Engagement.Table, engagement, Engagement.StateOf.Active, 1));
        world.Settle();
        Assert.AreEqual(4_900m, world.Rows(Entry.Table, Entry.Amount).Single().Amount(Entry.Amount));
    }
}
