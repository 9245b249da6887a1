using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.DealRegistrations;

[TestClass]
public sealed class RegistrationTests
{
    [TestMethod]
    public void An_approval_protects_for_ninety_days_and_the_day_itself_counts()
    {
        using var world = new World();
        var claim = Approved(world, world.Customer("Larkspur"), world.Partner("Relay"));
        var row = world.Row(DealRegistration.Table, claim);
        Assert.AreEqual(World.Day("2026-03-10"), row.Date(DealRegistration.ProtectedFrom));
        Assert.AreEqual(World.Day("2026-06-07"), row.Date(DealRegistration.ProtectedUntil));
        Assert.AreEqual(World.Day("2026-03-10"), row.Date(DealRegistration.SubmittedOn));
        Assert.AreEqual(World.Day("2026-03-10"), row.Date(DealRegistration.DecidedOn));
    }

    [TestMethod]
    public void An_approval_of_the_past_protects_from_its_own_day()
    {
        using var world = new World();
        var claim = Claim(world, world.Customer("Larkspur"), world.Partner("Relay"));
        world.Change(DealRegistration.Table, claim, DealRegistration.DecidedOn, World.Day("2026-02-01"));
        Move(world, claim, DealRegistration.StatusOf.Submitted);
        Move(world, claim, DealRegistration.StatusOf.Approved);
        Assert.AreEqual(World.Day("2026-05-01"), world.Row(DealRegistration.Table, claim).Date(DealRegistration.ProtectedUntil));
    }

    [TestMethod]
    public void Who_decided_is_noted_though_the_day_was_entered_before()
    {
        using var world = new World();
        var claim = Claim(world, world.Customer("Larkspur"), world.Partner("Relay"));
        Move(world, claim, DealRegistration.StatusOf.Submitted);
        world.Service.Update(new Entity(DealRegistration.Table, claim)
        {
            [DealRegistration.DecidedOn] = World.Day("2026-03-01"),
            [DealRegistration.RejectionReason] = new OptionSetValue(770000002),
        });
        world.As(world.Approver).Update(
            World.Status(DealRegistration.Table, claim, DealRegistration.StateOf.Ended, DealRegistration.StatusOf.Rejected));
        var row = world.Row(DealRegistration.Table, claim);
        Assert.AreEqual(world.Approver, row.Lookup(DealRegistration.DecidedBy));
        Assert.AreEqual(World.Day("2026-03-01"), row.Date(DealRegistration.DecidedOn));
    }

    [TestMethod]
    public void A_protected_reseller_takes_a_resale_before_everybody_else()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var relay = world.Partner("Relay");
        var scout = world.Partner("Scout");
        var deal = world.Deal(customer, 50_000m, motion: "Resale", source: "Referral", sourcing: scout);
        Assert.StartsWith("Scout", world.Splits(deal));

        var claim = Approved(world, customer, relay, deal);
        Assert.AreEqual("Relay Reseller 100% 50000.00 estimate", world.Splits(deal));
        Assert.Contains("An approved registration protects the reseller who found the deal.", world.Reasons(deal));

        Move(world, claim, DealRegistration.StatusOf.Revoked);
        Assert.StartsWith("Scout", world.Splits(deal));
    }

    [TestMethod]
    public void A_second_registration_of_customer_and_product_is_not_approved_while_the_first_protects()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        Approved(world, customer, world.Partner("Relay"));
        var second = Claim(world, customer, world.Partner("Rival"));
        Move(world, second, DealRegistration.StatusOf.Submitted);
        var refusal = World.Refusal(() => Move(world, second, DealRegistration.StatusOf.Approved));
        Assert.AreEqual(
            "The registration REG-001001 conflicts with REG-001000 of Relay, which protects the same customer and product from 2026-03-10 to "
            + "2026-06-07. Reject this one, or put both partners on the deal's roster in different roles so that they share it.", refusal);
        Assert.AreEqual(DealRegistration.StatusOf.Submitted, world.Row(DealRegistration.Table, second).Option(DealRegistration.Status));

        world.Clock.Set("2026-06-08");
        Move(world, second, DealRegistration.StatusOf.Approved);
    }

    [TestMethod]
    public void Partners_in_different_roles_on_the_same_roster_may_both_be_protected()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var relay = world.Partner("Relay");
        var skyops = world.Partner("Skyops");
        var deal = world.Deal(customer, 50_000m);
        world.Join(deal, relay, "Reseller");
        world.Join(deal, skyops, "MSP");
        Approved(world, customer, relay, deal);
        Approved(world, customer, skyops, deal, "MSP");
    }

    [TestMethod]
    public void Another_customer_is_no_conflict()
    {
        using var world = new World();
        Approved(world, world.Customer("Larkspur"), world.Partner("Relay"));
        Approved(world, world.Customer("Foxglove"), world.Partner("Rival"));
    }

    [TestMethod]
    public void A_registration_is_extended_once()
    {
        using var world = new World();
        var claim = Approved(world, world.Customer("Larkspur"), world.Partner("Relay"));
        Move(world, claim, DealRegistration.StatusOf.Extended);
        var row = world.Row(DealRegistration.Table, claim);
        Assert.AreEqual(World.Day("2026-07-07"), row.Date(DealRegistration.ProtectedUntil));
        Assert.AreEqual(1, row.GetAttributeValue<int>(DealRegistration.Extensions));
    }

    [TestMethod]
    public void A_registration_starts_as_a_draft()
    {
        using var world = new World();
        var row = New(world.Customer("Larkspur"), world.Partner("Relay"), null, "Reseller");
        row[DealRegistration.Status] = new OptionSetValue(DealRegistration.StatusOf.Approved);
        Assert.StartsWith("A registration starts as a draft.", World.Refusal(() => world.Service.Create(row)));
    }

    [TestMethod]
    public void A_draft_is_not_approved_before_it_is_submitted()
    {
        using var world = new World();
        var claim = Claim(world, world.Customer("Larkspur"), world.Partner("Relay"));
        World.Refusal(() => Move(world, claim, DealRegistration.StatusOf.Approved));
        Assert.AreEqual(DealRegistration.StatusOf.Draft, world.Row(DealRegistration.Table, claim).Option(DealRegistration.Status));
    }

    [TestMethod]
    public void A_rejection_needs_a_reason_and_is_final()
    {
        using var world = new World();
        var claim = Claim(world, world.Customer("Larkspur"), world.Partner("Relay"));
        Move(world, claim, DealRegistration.StatusOf.Submitted);
        Assert.Contains("can't be rejected without a reason", World.Refusal(() => Move(world, claim, DealRegistration.StatusOf.Rejected)));

        world.Change(DealRegistration.Table, claim, DealRegistration.RejectionReason, new OptionSetValue(770000002));
        Move(world, claim, DealRegistration.StatusOf.Rejected);
        Assert.IsNotNull(world.Row(DealRegistration.Table, claim).Lookup(DealRegistration.DecidedBy));
        Assert.Contains("which is final", World.Refusal(
            () => world.Change(DealRegistration.Table, claim, DealRegistration.RejectionReason, new OptionSetValue(770000003))));
        Assert.AreEqual(
            """{"language":"en","partner":"Relay","number":"REG-001000","customer":"Larkspur","decision":"Rejected","reason":"Not qualified"}""",
            world.Rows(Notification.Table, Notification.Data)[0].Text(Notification.Data));
    }

    [TestMethod]
    public void An_approval_is_told_to_the_partner_once()
    {
        using var world = new World();
        Approved(world, world.Customer("Larkspur"), world.Partner("Relay"));
        var told = world.Rows(Notification.Table, Notification.Key, Notification.Subject, Notification.Recipient, Notification.Data);
        Assert.HasCount(1, told);
        Assert.AreEqual("registration.decided|REG-001000|Approved", told[0].Text(Notification.Key));
        Assert.AreEqual("Your registration REG-001000 for Larkspur is approved", told[0].Text(Notification.Subject));
        Assert.AreEqual("relay@example.com", told[0].Text(Notification.Recipient));
        Assert.AreEqual(
            """{"language":"en","partner":"Relay","number":"REG-001000","customer":"Larkspur","decision":"Approved","protectedFrom":"2026-03-10","protectedUntil":"2026-06-07"}""",
            told[0].Text(Notification.Data));
    }

    [TestMethod]
    public void A_won_deal_wins_its_registration_and_keeps_its_protection()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var deal = world.Deal(customer, 50_000m, motion: "Resale");
        var claim = Approved(world, customer, world.Partner("Relay"), deal);
        world.Win(deal, 40_000m, "2026-03-20");
        Assert.AreEqual(DealRegistration.StatusOf.Won, world.Row(DealRegistration.Table, claim).Option(DealRegistration.Status));
        Assert.AreEqual("Relay Reseller 100% 40000.00 final", world.Splits(deal));
        world.Change(Opportunity.Table, deal, Opportunity.Stage, "Done");
        Assert.AreEqual("Relay Reseller 100% 40000.00 final", world.Splits(deal));
    }

    [TestMethod]
    public void A_lost_deal_loses_its_registrations()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var deal = world.Deal(customer, 50_000m);
        var claim = Approved(world, customer, world.Partner("Relay"), deal);
        world.Lose(deal, "2026-03-20");
        Assert.AreEqual(DealRegistration.StatusOf.Lost, world.Row(DealRegistration.Table, claim).Option(DealRegistration.Status));
    }

    [TestMethod]
    public void A_state_without_its_status_is_refused()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var claim = Approved(world, customer, world.Partner("Relay"));
        Assert.StartsWith("Change the state of cov_dealregistration together with its status", World.Refusal(() => world.Change(
            DealRegistration.Table, claim, DealRegistration.State, new OptionSetValue(DealRegistration.StateOf.Ended))));
        var ended = New(customer, world.PartnerNamed("Relay"), null, "Reseller");
        ended[DealRegistration.State] = new OptionSetValue(DealRegistration.StateOf.Ended);
        World.Refusal(() => world.Service.Create(ended));
    }

    private static Guid Approved(World world, Guid customer, Guid partner, Guid? deal = null, string role = "Reseller")
    {
        var claim = world.Service.Create(New(customer, partner, deal, role));
        Move(world, claim, DealRegistration.StatusOf.Submitted);
        Move(world, claim, DealRegistration.StatusOf.Approved);
        return claim;
    }

    private static Guid Claim(World world, Guid customer, Guid partner) => world.Service.Create(New(customer, partner, null, "Reseller"));

    private static Entity New(Guid customer, Guid partner, Guid? deal, string role) => new(DealRegistration.Table)
    {
        [DealRegistration.Customer] = new EntityReference(Account.Table, customer),
        [DealRegistration.Partner] = new EntityReference(Partner.Table, partner),
        [DealRegistration.Opportunity] = deal is { } id ? new EntityReference(Opportunity.Table, id) : null,
        [DealRegistration.Role] = Roles.OptionOf(role),
    };

    private static void Move(World world, Guid claim, int status)
    {
        var isEnd = status is DealRegistration.StatusOf.Rejected or DealRegistration.StatusOf.Revoked;
        world.Service.Update(World.Status(
            DealRegistration.Table, claim, isEnd ? DealRegistration.StateOf.Ended : DealRegistration.StateOf.Live, status));
    }
}
