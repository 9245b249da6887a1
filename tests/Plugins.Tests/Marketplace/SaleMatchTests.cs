using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Marketplace;

[TestClass]
public sealed class SaleMatchTests
{
    [TestMethod]
    public void A_sale_whose_buyer_and_partner_are_known_is_matched_when_it_arrives()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        world.Know(Sales.BuyerAccount, "agmt-1", customer, world.Partner("Relay"), "MSP");
        world.Use(customer, "2026-03", 62_000m);
        world.Settle();

        var sale = world.Sold("1", "2026-03-01");
        Assert.AreEqual("matched Larkspur Relay MSP", world.Fate(sale));
        Assert.AreEqual("Relay MSP 2026-03-01 to ", world.Engagements());
        world.Settle();
        Assert.AreEqual("Relay 2026-03 accrual in 2026-03: 4900.00 provisional", world.Entries());
    }

    [TestMethod]
    public void The_seller_names_the_partner_and_its_own_agreement_goes_before_all_of_them()
    {
        using var world = new World("");
        world.Know(Sales.BuyerAccount, "agmt-1", world.Customer("Larkspur"));
        world.Know(Sales.SellerAccount, "*", partner: world.Partner("Relay"), role: "Reseller");
        var first = world.Sold("1", "2026-03-01", with: row => row[MarketplaceTransaction.SellerAccount] = Sales.SellerAccount);
        Assert.AreEqual("matched Larkspur Relay Reseller", world.Fate(first));

        world.Know(Sales.SellerAccount, "agmt-1", partner: world.Partner("Skyops"), role: "MSP");
        var second = world.Sold("2", "2026-03-02", with: row => row[MarketplaceTransaction.SellerAccount] = Sales.SellerAccount);
        Assert.AreEqual("matched Larkspur Skyops MSP", world.Fate(second));
    }

    [TestMethod]
    public void What_is_not_known_wholly_waits_for_a_person_with_what_is_known()
    {
        using var world = new World("");
        world.Know(Sales.BuyerAccount, "agmt-1", world.Customer("Larkspur"));
        Assert.AreEqual("unmatched Larkspur - -", world.Fate(world.Sold("1", "2026-03-01")));
        Assert.AreEqual("unmatched - - -", world.Fate(world.Sold("2", "2025-12-31")));
        Assert.AreEqual("unmatched - - -", world.Fate(world.Sold("3", "2026-03-01", with: row => row[MarketplaceTransaction.Agreement] = "agmt-2")));
        Assert.AreEqual("unmatched - - -", world.Fate(world.Sold("4", "2026-03-01", with: row => row[MarketplaceTransaction.BuyerAccount] = null)));
    }

    [TestMethod]
    public void Where_the_seller_and_the_agreement_name_two_partners_a_person_decides()
    {
        using var world = new World("");
        world.Know(Sales.BuyerAccount, "agmt-1", world.Customer("Larkspur"), world.Partner("Skyops"), "MSP");
        world.Know(Sales.SellerAccount, "*", partner: world.Partner("Relay"), role: "Reseller");
        var sale = world.Sold("1", "2026-03-01", with: row => row[MarketplaceTransaction.SellerAccount] = Sales.SellerAccount);
        Assert.AreEqual("unmatched Larkspur - -", world.Fate(sale));
    }

    [TestMethod]
    public void The_account_that_consumes_goes_before_the_one_that_pays()
    {
        using var world = new World("");
        var relay = world.Partner("Relay");
        world.Know(Sales.BuyerAccount, "agmt-1", world.Customer("Payer"), relay, "MSP");
        world.Know("444455556666", "agmt-1", world.Customer("Larkspur"), relay, "MSP");
        Assert.AreEqual(
            "matched Larkspur Relay MSP",
            world.Fate(world.Sold("1", "2026-03-01", with: row => row[MarketplaceTransaction.SubscriberAccount] = "444455556666")));
        Assert.AreEqual(
            "matched Payer Relay MSP", world.Fate(world.Sold("2", "2026-03-01", with: row => row[MarketplaceTransaction.SubscriberAccount] = "0")));
    }

    [TestMethod]
    public void Sales_that_have_waited_are_matched_when_it_becomes_known_whose_account_it_is()
    {
        using var world = new World("");
        var (customer, relay) = (world.Customer("Larkspur"), world.Partner("Relay"));
        var (early, one, two) = (world.Sold("0", "2025-12-31"), world.Sold("1", "2026-03-01"), world.Sold("2", "2026-04-01"));
        var identity = world.Know(Sales.BuyerAccount, "agmt-1", customer);
        world.Settle();
        Assert.AreEqual("unmatched Larkspur - -", world.Fate(one));

        world.Service.Update(new Entity(MarketplaceIdentity.Table, identity)
        {
            [MarketplaceIdentity.Partner] = new EntityReference(Partner.Table, relay),
            [MarketplaceIdentity.Role] = Roles.OptionOf("MSP"),
        });
        world.Settle();
        Assert.AreEqual(
            ("unmatched - - -", "matched Larkspur Relay MSP", "matched Larkspur Relay MSP"), (world.Fate(early), world.Fate(one), world.Fate(two)));
        Assert.AreEqual("Relay MSP 2026-03-01 to ", world.Engagements());
    }

    [TestMethod]
    public void What_a_person_has_entered_or_settled_is_not_replaced()
    {
        using var world = new World("");
        var relay = world.Partner("Relay");
        var entered = world.Sold("1", "2026-03-01", with: row =>
            row[MarketplaceTransaction.Customer] = new EntityReference(Account.Table, world.Customer("Foxglove")));
        var ignored = world.Sold("2", "2026-03-01", with: row => row[MarketplaceTransaction.Note] = "A test.");
        world.Settle(ignored, MarketplaceTransaction.StatusOf.Ignored);
        world.Know(Sales.BuyerAccount, "agmt-1", world.Customer("Larkspur"), relay, "MSP");
        world.Settle();
        Assert.AreEqual("unmatched Foxglove - -", world.Fate(entered));
        Assert.AreEqual("unmatched - - -", world.Fate(ignored));
        Assert.AreEqual(MarketplaceTransaction.StatusOf.Ignored, world.Row(MarketplaceTransaction.Table, ignored).Option(MarketplaceTransaction.Status));
    }
}
