using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Disputes;

[TestClass]
public sealed class DisputeTests
{
    [TestMethod]
    public void A_dispute_is_numbered_and_knows_the_program_the_deal_and_the_day()
    {
        using var world = new World();
        var (deal, relay, split) = Credited(world);
        var row = world.Row(Dispute.Table, world.Service.Create(About(relay, Dispute.Split, Split.Table, split)));
        Assert.AreEqual("DSP-001000", row.Text(Dispute.Number));
        Assert.AreEqual(world.Program, row.Lookup(Dispute.Program));
        Assert.AreEqual(deal, row.Lookup(Dispute.Opportunity));
        Assert.AreEqual(World.Day("2026-03-10"), row.Date(Dispute.RaisedOn));
    }

    [TestMethod]
    public void A_dispute_names_something_of_its_own_partner()
    {
        using var world = new World();
        var (_, relay, split) = Credited(world);
        var rival = world.Partner("Rival");
        Assert.StartsWith("A dispute names what it is about.", World.Refusal(() => world.Service.Create(Of(relay))));
        Assert.Contains("is not the partner's own.", World.Refusal(() => world.Service.Create(About(rival, Dispute.Split, Split.Table, split))));
        Assert.StartsWith("A dispute needs the partner", World.Refusal(
            () => world.Service.Create(new Entity(Dispute.Table) { [Dispute.Description] = "Too little." })));

        var dispute = world.Service.Create(About(relay, Dispute.Split, Split.Table, split));
        World.Refusal(() => world.Change(Dispute.Table, dispute, Dispute.Partner, new EntityReference(Partner.Table, rival)));
        World.Refusal(() => world.Change(Dispute.Table, dispute, Dispute.Split, null));
    }

    [TestMethod]
    public void A_decision_needs_an_answer_and_is_final()
    {
        using var world = new World();
        var (_, relay, split) = Credited(world);
        var dispute = world.Service.Create(About(relay, Dispute.Split, Split.Table, split));
        Move(world, dispute, Dispute.StatusOf.InReview);
        Assert.Contains("can't be accepted or rejected without an answer", World.Refusal(() => Move(world, dispute, Dispute.StatusOf.Rejected)));

        world.Change(Dispute.Table, dispute, Dispute.Resolution, "The registration came first.");
        world.Clock.Set("2026-03-12");
        Move(world, dispute, Dispute.StatusOf.Rejected, world.Approver);
        var row = world.Row(Dispute.Table, dispute);
        Assert.AreEqual(world.Approver, row.Lookup(Dispute.DecidedBy));
        Assert.AreEqual(World.Day("2026-03-12"), row.Date(Dispute.DecidedOn));

        Assert.Contains("is Rejected, which is final", World.Refusal(() => world.Change(Dispute.Table, dispute, Dispute.Resolution, "Never mind.")));
        World.Refusal(() => Move(world, dispute, Dispute.StatusOf.Accepted));
        World.Refusal(() => world.Service.Delete(Dispute.Table, dispute));
        Assert.AreEqual("The registration came first.", world.Row(Dispute.Table, dispute).Text(Dispute.Resolution));
    }

    [TestMethod]
    public void The_partner_is_told_once_what_became_of_its_dispute()
    {
        using var world = new World();
        var (_, relay, split) = Credited(world);
        world.Change(Partner.Table, relay, Partner.Language, new OptionSetValue(770000001));
        var row = About(relay, Dispute.Split, Split.Table, split);
        row[Dispute.Claimed] = new Money(500m);
        row[Dispute.Currency] = new EntityReference(Currency.Table, world.Dollar);
        var dispute = world.Service.Create(row);
        world.Service.Update(new Entity(Dispute.Table, dispute)
        {
            [Dispute.Resolution] = "The role was wrong.",
            [Dispute.Outcome] = new OptionSetValue(770000001),
        });
        Assert.AreEqual(0, world.Count(Notification.Table));
        Move(world, dispute, Dispute.StatusOf.Accepted);

        var told = world.Rows(Notification.Table, Notification.Key, Notification.Subject, Notification.Template, Notification.Recipient, Notification.Data).Single();
        Assert.AreEqual("dispute.decided|DSP-001000", told.Text(Notification.Key));
        Assert.AreEqual("Ihr Einspruch DSP-001000 ist angenommen", told.Text(Notification.Subject));
        Assert.AreEqual(("dispute.decided", "relay@example.com"), (told.Text(Notification.Template), told.Text(Notification.Recipient)));
        Assert.AreEqual(
            """{"language":"de","partner":"Relay","number":"DSP-001000","about":"Relay, Migration","decision":"Accepted","claimed":"500.00","currency":"USD","outcome":"DealCorrected","resolution":"The role was wrong."}""",
            told.Text(Notification.Data));
    }

    [TestMethod]
    public void An_answer_about_an_estimate_that_is_gone_names_its_deal()
    {
        using var world = new World();
        var (deal, relay, split) = Credited(world);
        var dispute = world.Service.Create(About(relay, Dispute.Split, Split.Table, split));
        world.Lose(deal, "2026-03-20");
        world.Change(Dispute.Table, dispute, Dispute.Resolution, "The deal is lost.");
        Move(world, dispute, Dispute.StatusOf.Rejected);
        var told = world.Rows(Notification.Table, Notification.Subject, Notification.Data).Single();
        Assert.AreEqual("Your dispute DSP-001000 is rejected", told.Text(Notification.Subject));
        Assert.AreEqual(
            """{"language":"en","partner":"Relay","number":"DSP-001000","about":"Migration","decision":"Rejected","resolution":"The deal is lost."}""",
            told.Text(Notification.Data));
    }

    [TestMethod]
    public void A_partner_withdraws_without_an_answer()
    {
        using var world = new World();
        var (_, relay, split) = Credited(world);
        var dispute = world.Service.Create(About(relay, Dispute.Split, Split.Table, split));
        Move(world, dispute, Dispute.StatusOf.Withdrawn);
        Assert.AreEqual(Dispute.StateOf.Resolved, world.Row(Dispute.Table, dispute).Option(Dispute.State));
        Assert.AreEqual(0, world.Count(Notification.Table));
    }

    [TestMethod]
    public void Nobody_enters_who_decided()
    {
        using var world = new World();
        var (_, relay, split) = Credited(world);
        var row = About(relay, Dispute.Split, Split.Table, split);
        row[Dispute.DecidedBy] = new EntityReference("systemuser", world.Author);
        var dispute = world.Service.Create(row);
        world.Change(Dispute.Table, dispute, Dispute.DecidedOn, World.Day("2026-01-01"));
        Assert.IsNull(world.Row(Dispute.Table, dispute).Lookup(Dispute.DecidedBy));
        Assert.IsNull(world.Row(Dispute.Table, dispute).Date(Dispute.DecidedOn));
    }

    [TestMethod]
    public void A_dispute_starts_as_new_with_a_description()
    {
        using var world = new World();
        var (_, relay, split) = Credited(world);
        var row = About(relay, Dispute.Split, Split.Table, split);
        row[Dispute.State] = new OptionSetValue(Dispute.StateOf.Resolved);
        row[Dispute.Status] = new OptionSetValue(Dispute.StatusOf.Accepted);
        Assert.StartsWith("A dispute starts as New.", World.Refusal(() => world.Service.Create(row)));

        var silent = About(relay, Dispute.Split, Split.Table, split);
        silent[Dispute.Description] = " ";
        Assert.StartsWith("A dispute needs a description.", World.Refusal(() => world.Service.Create(silent)));
    }

    [TestMethod]
    public void A_statement_is_disputed_within_the_days_that_the_program_allows()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var skyops = world.Partner("Skyops");
        world.Engage(customer, skyops, "MSP", "2026-01-01");
        world.Use(customer, "2026-01", 62_000m);
        world.Settle();
        world.Change(Tables.Program.Table, world.Program, Tables.Program.DisputeWindow, 30);
        world.Close("2026-01");
        var statement = world.Rows(StatementRow.Table, StatementRow.IssuedOn).Single();
        var entry = world.Rows(Entry.Table, Entry.Statement).Single(row => row.Lookup(Entry.Statement) == statement.Id);

        world.Clock.Set("2026-04-09");
        world.Service.Create(About(skyops, Dispute.Statement, StatementRow.Table, statement.Id));
        world.Clock.Set("2026-04-10");
        var late = "The time to object to \"Skyops 2026-01\" is over: it began on 2026-03-10 and the program allows 30 days, until 2026-04-09.";
        Assert.AreEqual(late, World.Refusal(() => world.Service.Create(About(skyops, Dispute.Statement, StatementRow.Table, statement.Id))));
        Assert.Contains("is over", World.Refusal(() => world.Service.Create(About(skyops, Dispute.Entry, Entry.Table, entry.Id))));

        world.Change(Tables.Program.Table, world.Program, Tables.Program.DisputeWindow, null);
        world.Service.Create(About(skyops, Dispute.Statement, StatementRow.Table, statement.Id));
    }

    [TestMethod]
    public void A_dispute_outlives_the_estimate_that_it_is_about()
    {
        using var world = new World();
        var (deal, relay, split) = Credited(world);
        var dispute = world.Service.Create(About(relay, Dispute.Split, Split.Table, split));
        world.Lose(deal, "2026-03-20");
        Assert.AreEqual("", world.Splits(deal));
        var row = world.Row(Dispute.Table, dispute);
        Assert.IsNull(row.Lookup(Dispute.Split));
        Assert.AreEqual(deal, row.Lookup(Dispute.Opportunity));
        Move(world, dispute, Dispute.StatusOf.Withdrawn);
    }

    [TestMethod]
    public void A_state_without_its_status_is_refused()
    {
        using var world = new World();
        var (_, relay, split) = Credited(world);
        var dispute = world.Service.Create(About(relay, Dispute.Split, Split.Table, split));
        Assert.StartsWith("Change the state of cov_dispute together with its status", World.Refusal(
            () => world.Change(Dispute.Table, dispute, Dispute.State, new OptionSetValue(Dispute.StateOf.Resolved))));
        var resolved = About(relay, Dispute.Split, Split.Table, split);
        resolved[Dispute.State] = new OptionSetValue(Dispute.StateOf.Resolved);
        World.Refusal(() => world.Service.Create(resolved));
    }

    private static (Guid Deal, Guid Partner, Guid Split) Credited(World world)
    {
        var relay = world.Partner("Relay");
        var deal = world.Deal(world.Customer("Larkspur"), 50_000m, motion: "Resale", source: "Referral", sourcing: relay);
        world.Join(deal, relay, "Reseller");
        var split = world.Rows(Split.Table, Split.Partner, Split.Opportunity)
            .First(row => row.Lookup(Split.Opportunity) == deal && row.Lookup(Split.Partner) == relay);
        return (deal, relay, split.Id);
    }

    private static Entity Of(Guid partner) => new(Dispute.Table)
    {
        [Dispute.Partner] = new EntityReference(Partner.Table, partner),
        [Dispute.Description] = "Our share is too small.",
    };

    private static Entity About(Guid partner, string lookup, string table, Guid id)
    {
        var row = Of(partner);
        row[lookup] = new EntityReference(table, id);
        return row;
    }

    private static void Move(World world, Guid dispute, int status, Guid? by = null)
    {
        var isEnd = status is Dispute.StatusOf.Accepted or Dispute.StatusOf.Rejected or Dispute.StatusOf.Withdrawn;
        world.As(by ?? world.Author).Update(
            World.Status(Dispute.Table, dispute, isEnd ? Dispute.StateOf.Resolved : Dispute.StateOf.Open, status));
    }
}
