using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.DealRegistrations;

/// <summary>Registrations that are decided by the custom APIs.</summary>
[TestClass]
public sealed class DecisionTests
{
    [TestMethod]
    public void An_approval_protects_from_today_and_says_until_when()
    {
        using var world = new World();
        var claim = Submitted(world);
        var answer = world.Call("cov_ApproveRegistration", claim, ("Comment", "Welcome"));
        Assert.AreEqual(World.Day("2026-03-10"), answer["ProtectedFrom"]);
        Assert.AreEqual(World.Day("2026-06-07"), answer["ProtectedUntil"]);
        Assert.AreEqual("The registration REG-001000 is approved and protected from 2026-03-10 to 2026-06-07.", answer["Message"]);
        var row = world.Row(DealRegistration.Table, claim.Id);
        Assert.AreEqual(DealRegistration.StatusOf.Approved, row.Option(DealRegistration.Status));
        Assert.AreEqual("Welcome", row.Text(DealRegistration.Comment));
    }

    [TestMethod]
    public void An_approval_of_the_past_protects_from_the_day_that_is_given()
    {
        using var world = new World();
        var answer = world.Call("cov_ApproveRegistration", Submitted(world), ("DecidedOn", World.Day("2026-02-01")));
        Assert.AreEqual(World.Day("2026-05-01"), answer["ProtectedUntil"]);
    }

    [TestMethod]
    public void Asked_twice_it_is_approved_once()
    {
        using var world = new World();
        var claim = Submitted(world);
        var first = world.Call("cov_ApproveRegistration", claim);
        var version = world.Row(DealRegistration.Table, claim.Id).RowVersion;
        Assert.AreEqual(first["Message"], world.Call("cov_ApproveRegistration", claim, ("DecidedOn", World.Day("2026-01-01")))["Message"]);
        Assert.AreEqual(version, world.Row(DealRegistration.Table, claim.Id).RowVersion);
    }

    [TestMethod]
    public void A_conflict_is_refused_in_the_words_of_the_form()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        world.Call("cov_ApproveRegistration", Submitted(world, customer, "Relay"));
        var rival = Submitted(world, customer, "Rival");
        Assert.StartsWith(
            "The registration REG-001001 conflicts with REG-001000 of Relay", World.Refusal(() => world.Call("cov_ApproveRegistration", rival)));
    }

    [TestMethod]
    public void A_draft_is_refused_by_the_same_state_model()
    {
        using var world = new World();
        var draft = Draft(world, world.Customer("Larkspur"), "Relay");
        Assert.AreEqual(
            "The registration REG-001000 is Draft and can't become Approved from there.",
            World.Refusal(() => world.Call("cov_ApproveRegistration", draft)));
    }

    [TestMethod]
    public void A_rejection_keeps_its_reason_and_is_final()
    {
        using var world = new World();
        var claim = Submitted(world);
        Assert.AreEqual(
            "The registration REG-001000 is rejected.",
            world.Call("cov_RejectRegistration", claim, ("Reason", new OptionSetValue(770000002)))["Message"]);
        var row = world.Row(DealRegistration.Table, claim.Id);
        Assert.AreEqual(DealRegistration.StatusOf.Rejected, row.Option(DealRegistration.Status));
        Assert.AreEqual(770000002, row.Option(DealRegistration.RejectionReason));
        Assert.AreEqual(World.Day("2026-03-10"), row.Date(DealRegistration.DecidedOn));
        Assert.Contains("which is final", World.Refusal(() => world.Call("cov_ApproveRegistration", claim)));
    }

    [TestMethod]
    public void A_reason_that_the_choice_lacks_is_refused_and_nothing_is_kept()
    {
        using var world = new World();
        var claim = Submitted(world);
        World.Refusal(() => world.Call("cov_RejectRegistration", claim, ("Comment", "no"), ("Reason", new OptionSetValue(5))));
        Assert.AreEqual("", world.Row(DealRegistration.Table, claim.Id).Text(DealRegistration.Comment));
    }

    [TestMethod]
    public void It_is_extended_as_often_as_the_rules_allow()
    {
        using var world = new World(Repository.Rules("cloud-infrastructure.rules").Replace("extend once by 30 days", "extend twice by 30 days"));
        var claim = Submitted(world);
        world.Call("cov_ApproveRegistration", claim);
        Assert.AreEqual(World.Day("2026-07-07"), world.Call("cov_ExtendRegistration", claim)["ProtectedUntil"]);
        var second = world.Call("cov_ExtendRegistration", claim);
        Assert.AreEqual(2, second["Extensions"]);
        Assert.AreEqual("The registration REG-001000 is protected until 2026-08-06.", second["Message"]);
        Assert.AreEqual(
            "The registration REG-001000 was extended 2 time(s), as often as the program's rules allow.",
            World.Refusal(() => world.Call("cov_ExtendRegistration", claim)));
    }

    [TestMethod]
    public void Who_may_not_write_the_registration_may_not_decide_it()
    {
        using var world = new World();
        var claim = Submitted(world);
        var reader = world.As(world.Colleague("Rae Reader", PrivilegeDepth.Global, "prvReadcov_DealRegistration"));
        var owner = world.As(world.Colleague("Otto Owner", PrivilegeDepth.Basic, "prvReadcov_DealRegistration", "prvWritecov_DealRegistration"));
        Assert.Contains("prvWritecov_DealRegistration", World.Refusal(() => World.Call(reader, "cov_ApproveRegistration", claim)));
        foreach (var ask in new Action[]
        {
            () => World.Call(owner, "cov_ApproveRegistration", claim),
            () => World.Call(owner, "cov_RejectRegistration", claim, ("Reason", new OptionSetValue(770000000))),
            () => World.Call(owner, "cov_ExtendRegistration", claim),
        })
            World.Refusal(ask);
        Assert.AreEqual(DealRegistration.StatusOf.Submitted, world.Row(DealRegistration.Table, claim.Id).Option(DealRegistration.Status));
    }

    private static EntityReference Submitted(World world) => Submitted(world, world.Customer("Larkspur"), "Relay");

    private static EntityReference Submitted(World world, Guid customer, string partner)
    {
        var claim = Draft(world, customer, partner);
        world.Service.Update(World.Status(
            DealRegistration.Table, claim.Id, DealRegistration.StateOf.Live, DealRegistration.StatusOf.Submitted));
        return claim;
    }

    private static EntityReference Draft(World world, Guid customer, string partner) => new(
        DealRegistration.Table, world.Service.Create(new Entity(DealRegistration.Table)
        {
            [DealRegistration.Customer] = new EntityReference(Account.Table, customer),
            [DealRegistration.Partner] = new EntityReference(Partner.Table, world.PartnerNamed(partner)),
            [DealRegistration.Role] = Roles.OptionOf("Reseller"),
        }));
}
