using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Marketplace;

[TestClass]
public sealed class IdentityTests
{
    private const int Aws = 770000000;

    [TestMethod]
    public void An_agreement_passes_from_one_customer_to_the_next_without_a_day_in_common()
    {
        using var world = new World();
        var first = world.Service.Create(Buyer(world.Customer("Larkspur"), "agmt-1", "2026-01-01", "2026-03-31"));
        var next = world.Customer("Foxglove");
        Assert.AreEqual(
            "The account 123456789012 with the agreement agmt-1 is already known from 2026-01-01 to 2026-03-31. End that identity earlier, or begin "
            + "this one later.", World.Refusal(() => world.Service.Create(Buyer(next, "agmt-1", "2026-03-31"))));
        world.Service.Create(Buyer(next, "agmt-1", "2026-04-01"));
        Assert.Contains("is already known from 2026-04-01 on.", World.Refusal(
            () => world.Change(MarketplaceIdentity.Table, first, MarketplaceIdentity.Until, null)));
    }

    [TestMethod]
    public void An_identity_that_was_put_aside_stands_in_nobodys_way_until_it_is_taken_up_again()
    {
        using var world = new World();
        var wrong = world.Service.Create(Buyer(world.Customer("Larkspur"), "agmt-1", "2026-01-01"));
        world.Service.Update(World.Status(MarketplaceIdentity.Table, wrong, MarketplaceIdentity.StateOf.Inactive, 2));
        world.Service.Create(Buyer(world.Customer("Foxglove"), "agmt-1", "2026-01-02"));
        World.Refusal(() => world.Service.Update(World.Status(MarketplaceIdentity.Table, wrong, MarketplaceIdentity.StateOf.Active, 1)));
    }

    [TestMethod]
    public void Another_agreement_of_the_same_account_may_be_anothers()
    {
        using var world = new World();
        world.Service.Create(Buyer(world.Customer("Larkspur"), "agmt-1", "2026-01-01"));
        world.Service.Create(Buyer(world.Customer("Foxglove"), "agmt-2", "2026-01-01"));
    }

    [TestMethod]
    public void A_buyer_is_a_customer_under_an_agreement_and_a_seller_a_partner_under_one_or_all()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        Assert.Contains("Enter the agreement instead of *.", World.Refusal(() => world.Service.Create(Buyer(customer, "*", "2026-01-01"))));
        Assert.Contains("Enter the customer.", World.Refusal(() => world.Service.Create(Buyer(null, "agmt-1", "2026-01-01"))));
        Assert.Contains("Enter the partner.", World.Refusal(() => world.Service.Create(Seller(null, "*"))));
        world.Service.Create(Seller(world.Partner("Relay"), "*"));
    }

    [TestMethod]
    public void An_identity_is_complete_and_ends_no_sooner_than_it_begins()
    {
        using var world = new World();
        var row = Buyer(world.Customer("Larkspur"), " agmt-1 ", "2026-02-01", "2026-01-31");
        Assert.Contains("would end on 2026-01-31, before it begins on 2026-02-01", World.Refusal(() => world.Service.Create(row)));
        row[MarketplaceIdentity.Until] = null;
        var stored = world.Row(MarketplaceIdentity.Table, world.Service.Create(row));
        Assert.AreEqual("agmt-1", stored.Text(MarketplaceIdentity.Agreement));
        Assert.AreEqual("123456789012 · agmt-1", stored.Text(MarketplaceIdentity.Name));

        row.Attributes.Remove(MarketplaceIdentity.Marketplace);
        Assert.StartsWith("An identity needs the marketplace,", World.Refusal(() => world.Service.Create(row)));
    }

    private static Entity Buyer(Guid? customer, string agreement, string from, string? until = null)
    {
        var row = Identity(MarketplaceIdentity.KindOf.Buyer, agreement, from);
        row[MarketplaceIdentity.Until] = until is null ? null : World.Day(until);
        row[MarketplaceIdentity.Customer] = customer is { } id ? new EntityReference(Account.Table, id) : null;
        return row;
    }

    private static Entity Seller(Guid? partner, string agreement)
    {
        var row = Identity(MarketplaceIdentity.KindOf.Seller, agreement, "2026-01-01");
        row[MarketplaceIdentity.Partner] = partner is { } id ? new EntityReference(Partner.Table, id) : null;
        return row;
    }

    private static Entity Identity(int kind, string agreement, string from) => new(MarketplaceIdentity.Table)
    {
        [MarketplaceIdentity.Marketplace] = new OptionSetValue(Aws),
        [MarketplaceIdentity.Kind] = new OptionSetValue(kind),
        [MarketplaceIdentity.Account] = "123456789012",
        [MarketplaceIdentity.Agreement] = agreement,
        [MarketplaceIdentity.From] = World.Day(from),
    };
}
