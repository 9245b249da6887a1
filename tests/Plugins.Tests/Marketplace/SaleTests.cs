using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Marketplace;

[TestClass]
public sealed class SaleTests
{
    [TestMethod]
    public void A_sale_is_matched_with_a_customer_and_a_partner()
    {
        using var world = new World();
        var sale = Sold(world);
        Assert.Contains("is matched with a customer, and with a partner in a role", World.Refusal(() => Move(world, sale, MarketplaceTransaction.StatusOf.Matched)));
        Name(world, sale, world.Customer("Larkspur"), world.Partner("Relay"));
        Move(world, sale, MarketplaceTransaction.StatusOf.Matched);
        var row = world.Row(MarketplaceTransaction.Table, sale);
        Assert.AreEqual(world.Approver, row.Lookup(MarketplaceTransaction.MatchedBy));
        Assert.AreEqual(World.Day("2026-03-10").AddHours(9), row.Date(MarketplaceTransaction.MatchedOn));
    }

    [TestMethod]
    public void A_sale_is_confirmed_as_without_a_partner_once_its_customer_is_known()
    {
        using var world = new World();
        var sale = Sold(world);
        Assert.Contains("needs its customer", World.Refusal(() => Move(world, sale, MarketplaceTransaction.StatusOf.NoPartner)));
        Name(world, sale, world.Customer("Larkspur"), world.Partner("Relay"));
        Assert.Contains("names a partner", World.Refusal(() => Move(world, sale, MarketplaceTransaction.StatusOf.NoPartner)));
        world.Change(MarketplaceTransaction.Table, sale, MarketplaceTransaction.Partner, null);
        Move(world, sale, MarketplaceTransaction.StatusOf.NoPartner);
    }

    [TestMethod]
    public void A_sale_is_set_aside_with_a_reason()
    {
        using var world = new World();
        var sale = Sold(world);
        Assert.Contains("without saying why", World.Refusal(() => Move(world, sale, MarketplaceTransaction.StatusOf.Ignored)));
        world.Change(MarketplaceTransaction.Table, sale, MarketplaceTransaction.Note, "A test of the marketplace.");
        Move(world, sale, MarketplaceTransaction.StatusOf.Ignored);
    }

    [TestMethod]
    public void A_settled_sale_is_opened_again_before_it_is_settled_otherwise()
    {
        using var world = new World();
        var sale = Sold(world);
        Name(world, sale, world.Customer("Larkspur"), world.Partner("Relay"));
        Move(world, sale, MarketplaceTransaction.StatusOf.Matched);
        var rival = new EntityReference(Partner.Table, world.Partner("Rival"));
        Assert.AreEqual(
            "The sale be-1 is settled. Set it back to Unmatched first, then settle it otherwise.",
            World.Refusal(() => world.Change(MarketplaceTransaction.Table, sale, MarketplaceTransaction.Partner, rival)));
        World.Refusal(() => Move(world, sale, MarketplaceTransaction.StatusOf.Ignored));

        Move(world, sale, MarketplaceTransaction.StatusOf.Unmatched);
        Assert.IsNull(world.Row(MarketplaceTransaction.Table, sale).Lookup(MarketplaceTransaction.MatchedBy));
        world.Change(MarketplaceTransaction.Table, sale, MarketplaceTransaction.Partner, rival);
        Move(world, sale, MarketplaceTransaction.StatusOf.Matched);
    }

    [TestMethod]
    public void The_marketplace_may_report_a_settled_sale_again_with_another_amount()
    {
        using var world = new World();
        var sale = Sold(world);
        Name(world, sale, world.Customer("Larkspur"), world.Partner("Relay"));
        Move(world, sale, MarketplaceTransaction.StatusOf.Matched);
        world.Change(MarketplaceTransaction.Table, sale, "cov_amount", new Money(900m));
        Assert.AreEqual(900m, world.Row(MarketplaceTransaction.Table, sale).Amount("cov_amount"));
    }

    [TestMethod]
    public void A_sale_starts_unmatched()
    {
        using var world = new World();
        var row = Sale(world);
        row[MarketplaceTransaction.State] = new OptionSetValue(MarketplaceTransaction.StateOf.Settled);
        row[MarketplaceTransaction.Status] = new OptionSetValue(MarketplaceTransaction.StatusOf.Ignored);
        Assert.StartsWith("A marketplace sale starts as Unmatched.", World.Refusal(() => world.Service.Create(row)));
        row.Attributes.Remove(MarketplaceTransaction.Status);
        Assert.StartsWith("A marketplace sale starts as Unmatched.", World.Refusal(() => world.Service.Create(row)));
        var sale = Sold(world);
        Assert.StartsWith("Change the state of cov_marketplacetransaction together with its status", World.Refusal(() => world.Change(
            MarketplaceTransaction.Table, sale, MarketplaceTransaction.State, new OptionSetValue(MarketplaceTransaction.StateOf.Settled))));
    }

    private static Guid Sold(World world) => world.Service.Create(Sale(world));

    private static Entity Sale(World world) => new(MarketplaceTransaction.Table)
    {
        [MarketplaceTransaction.Name] = "AWS be-1",
        [MarketplaceTransaction.Marketplace] = new OptionSetValue(770000000),
        [MarketplaceTransaction.TransactionId] = "be-1",
        ["cov_soldon"] = World.Day("2026-03-01"),
        ["cov_amount"] = new Money(1_000m),
        ["transactioncurrencyid"] = new EntityReference(Currency.Table, world.Dollar),
    };

    private static void Name(World world, Guid sale, Guid customer, Guid partner) => world.Service.Update(new Entity(MarketplaceTransaction.Table, sale)
    {
        [MarketplaceTransaction.Customer] = new EntityReference(Account.Table, customer),
        [MarketplaceTransaction.Partner] = new EntityReference(Partner.Table, partner),
        [MarketplaceTransaction.Role] = Roles.OptionOf("Reseller"),
    });

    private static void Move(World world, Guid sale, int status) => world.As(world.Approver).Update(World.Status(
        MarketplaceTransaction.Table, sale,
        status == MarketplaceTransaction.StatusOf.Unmatched ? MarketplaceTransaction.StateOf.Open : MarketplaceTransaction.StateOf.Settled, status));

    [TestMethod]
    public void A_sale_without_a_day_is_not_matched_and_a_matched_one_keeps_a_day()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        var sale = world.Sold("agmt-7", "2026-03-01", with: row => row.Attributes.Remove(MarketplaceTransaction.SoldOn));
        Assert.StartsWith("A matched sale needs its day", World.Refusal(() => world.Match(sale, customer, relay)));
        world.Change(MarketplaceTransaction.Table, sale, MarketplaceTransaction.SoldOn, World.Day("2026-03-01"));
        world.Match(sale, customer, relay);
        Assert.StartsWith("A matched sale needs its day", World.Refusal(() => world.Change(MarketplaceTransaction.Table, sale, MarketplaceTransaction.SoldOn, null)));
    }
}
