using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Tests.Marketplace;

[TestClass]
public sealed class SaleEngagementTests
{
    private const int Charge = 770000002;

    [TestMethod]
    public void A_matched_sale_opens_an_engagement_and_usage_follows_it()
    {
        using var world = new World();
        var (customer, skyops) = (world.Customer("Larkspur"), world.Partner("Skyops"));
        world.Use(customer, "2026-03", 62_000m);
        world.Settle();
        Assert.AreEqual("", world.Entries());

        var sale = world.Sold("be-1", "2026-03-01");
        Assert.AreEqual("", world.Engagements());
        world.Match(sale, customer, skyops);
        Assert.AreEqual("Skyops MSP 2026-03-01 to ", world.Engagements());
        var engagement = world.Rows(Engagement.Table, Engagement.Origin, "cov_name").Single();
        Assert.AreEqual(("Larkspur · Skyops · MSP", Engagement.OriginOf.Marketplace), (engagement.Text("cov_name"), engagement.Option(Engagement.Origin)));
        Assert.AreEqual(engagement.Id, world.Row(MarketplaceTransaction.Table, sale).Lookup(MarketplaceTransaction.Engagement));
        world.Settle();
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 4900.00 provisional", world.Entries());

        world.Settle(sale, MarketplaceTransaction.StatusOf.Unmatched);
        Assert.AreEqual("", world.Engagements());
        Assert.IsNull(world.Row(MarketplaceTransaction.Table, sale).Lookup(MarketplaceTransaction.Engagement));
        world.Settle();
        Assert.AreEqual("", world.Entries());
    }

    [TestMethod]
    public void Sales_that_follow_on_each_other_share_one_engagement_that_lasts_as_long_as_they_say()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        var (january, february, march) = (
            world.Sold("1", "2026-01-01", "2026-01-31", Charge), world.Sold("2", "2026-02-01", "2026-02-28", Charge),
            world.Sold("3", "2026-03-01", "2026-03-31", Charge));
        world.Match(february, customer, relay);
        world.Match(january, customer, relay);
        world.Match(march, customer, relay);
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-03-31", world.Engagements());

        world.Change(MarketplaceTransaction.Table, march, MarketplaceTransaction.Until, World.Day("2026-04-30"));
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-04-30", world.Engagements());
        world.Settle(march, MarketplaceTransaction.StatusOf.Unmatched);
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-02-28", world.Engagements());
        world.Service.Delete(MarketplaceTransaction.Table, january);
        Assert.AreEqual("Relay MSP 2026-02-01 to 2026-02-28", world.Engagements());
    }

    [TestMethod]
    public void The_days_of_a_sale_in_the_middle_that_was_another_s_are_nobody_s()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        var sales = new[] { "2026-01", "2026-02", "2026-03", "2026-04" }.Select(month => world.Sold(month, month + "-01", month + "-28", Charge)).ToList();
        foreach (var sale in sales)
        {
            var day = world.Row(MarketplaceTransaction.Table, sale).Date(MarketplaceTransaction.SoldOn)!.Value;
            world.Change(MarketplaceTransaction.Table, sale, MarketplaceTransaction.Until, day.AddMonths(1).AddDays(-1));
            world.Match(sale, customer, relay);
        }

        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-04-30", world.Engagements());
        world.Settle(sales[1], MarketplaceTransaction.StatusOf.Unmatched);
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-01-31\nRelay MSP 2026-03-01 to 2026-04-30", world.Engagements());
        world.Service.Delete(MarketplaceTransaction.Table, sales[3]);
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-01-31\nRelay MSP 2026-03-01 to 2026-03-31", world.Engagements());
        world.Settle(sales[0], MarketplaceTransaction.StatusOf.Unmatched);
        Assert.AreEqual("Relay MSP 2026-03-01 to 2026-03-31", world.Engagements());
    }

    [TestMethod]
    public void A_sale_that_moves_away_from_those_before_it_leaves_a_pause()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        world.Match(world.Sold("1", "2026-01-01", "2026-01-31", Charge), customer, relay);
        var second = world.Sold("2", "2026-02-01", "2026-04-30", Charge);
        world.Match(second, customer, relay);
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-04-30", world.Engagements());
        world.Change(MarketplaceTransaction.Table, second, MarketplaceTransaction.SoldOn, World.Day("2026-04-01"));
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-01-31\nRelay MSP 2026-04-01 to 2026-04-30", world.Engagements());
    }

    [TestMethod]
    public void A_pause_another_role_or_another_partner_begins_an_engagement_of_its_own()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        world.Match(world.Sold("1", "2026-01-01", "2026-01-31"), customer, relay);
        world.Match(world.Sold("2", "2026-03-01", "2026-03-31"), customer, relay);
        world.Match(world.Sold("3", "2026-01-01", "2026-01-31"), customer, relay, "Reseller");
        world.Match(world.Sold("4", "2026-01-01", "2026-01-31"), customer, world.Partner("Skyops"));
        world.Match(world.Sold("5", "2026-01-01", "2026-01-31"), world.Customer("Foxglove"), relay);
        Assert.AreEqual(
            """
            Relay MSP 2026-01-01 to 2026-01-31
            Relay MSP 2026-01-01 to 2026-01-31
            Relay MSP 2026-03-01 to 2026-03-31
            Relay Reseller 2026-01-01 to 2026-01-31
            Skyops MSP 2026-01-01 to 2026-01-31
            """.ReplaceLineEndings("\n"), world.Engagements());
    }

    [TestMethod]
    public void An_engagement_that_a_person_made_stays_as_it_is()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        world.Engage(customer, relay, "MSP", "2026-01-01", "2026-06-30");
        var sale = world.Sold("1", "2026-03-01", "2026-12-31");
        world.Match(sale, customer, relay);
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-06-30", world.Engagements());
        world.Settle(sale, MarketplaceTransaction.StatusOf.Unmatched);
        Assert.AreEqual("Relay MSP 2026-01-01 to 2026-06-30", world.Engagements());
    }

    [TestMethod]
    public void A_refund_engages_nobody_and_a_sale_that_would_end_before_it_begins_its_first_day()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        world.Match(world.Sold("1", "2026-03-01", kind: MarketplaceTransaction.KindOf.Refund), customer, relay);
        Assert.AreEqual("", world.Engagements());
        world.Match(world.Sold("2", "2026-03-01", "2026-02-01"), customer, relay);
        Assert.AreEqual("Relay MSP 2026-03-01 to 2026-03-01", world.Engagements());
    }

    [TestMethod]
    public void An_engagement_that_was_set_aside_is_taken_up_again()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        var former = world.Engage(customer, relay, "MSP", "2026-03-01", "2026-03-05");
        world.Service.Update(World.Status(Engagement.Table, former, Engagement.StateOf.Inactive, 2));
        world.Match(world.Sold("1", "2026-03-01", "2026-03-31"), customer, relay);
        Assert.AreEqual("Relay MSP 2026-03-01 to 2026-03-31", world.Engagements());
        Assert.AreEqual(Engagement.StateOf.Active, world.Row(Engagement.Table, former).Option(Engagement.State));
    }
}
