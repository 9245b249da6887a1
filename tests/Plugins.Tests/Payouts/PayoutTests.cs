using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Payouts;

[TestClass]
public sealed class PayoutTests
{
    [TestMethod]
    public void An_approval_notes_who_and_when_and_moves_what_it_pays()
    {
        using var world = new World();
        var statement = Issued(world, 62_000m);
        var finance = world.User("Fay Finance");
        world.Clock.Set("2026-04-05");
        Approve(world.As(finance), statement);

        var row = world.Row(StatementRow.Table, statement);
        Assert.AreEqual(StatementRow.StatusOf.Approved, row.Option(StatementRow.Status));
        Assert.AreEqual(finance, row.Lookup(StatementRow.ApprovedBy));
        Assert.AreEqual(World.Day("2026-04-05").AddHours(9), row.Date(StatementRow.ApprovedOn));
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 4900.00 approved", world.Entries());
    }

    [TestMethod]
    public void A_payment_notes_its_day_unless_it_was_entered_and_moves_what_was_approved()
    {
        using var world = new World();
        var statement = Issued(world, 62_000m);
        Approve(Finance(world), statement);
        world.Clock.Set("2026-04-08");
        Pay(Finance(world), statement);

        var row = world.Row(StatementRow.Table, statement);
        Assert.AreEqual(StatementRow.StateOf.Paid, row.Option(StatementRow.State));
        Assert.AreEqual(World.Day("2026-04-08"), row.Date(StatementRow.PaidOn));
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 4900.00 paid", world.Entries());
    }

    [TestMethod]
    public void The_day_and_the_reference_of_a_payment_are_entered_with_it_and_stay()
    {
        using var world = new World();
        var statement = Issued(world, 62_000m);
        Approve(Finance(world), statement);
        var payment = World.Status(StatementRow.Table, statement, StatementRow.StateOf.Paid, StatementRow.StatusOf.Paid);
        payment[StatementRow.PaidOn] = World.Day("2026-04-02");
        payment[StatementRow.PaymentReference] = "SEPA 4711";
        Finance(world).Update(payment);

        var row = world.Row(StatementRow.Table, statement);
        Assert.AreEqual(World.Day("2026-04-02"), row.Date(StatementRow.PaidOn));
        Assert.AreEqual("SEPA 4711", row.Text(StatementRow.PaymentReference));
        foreach (var change in new Action[]
        {
            () => world.Change(StatementRow.Table, statement, StatementRow.PaidOn, World.Day("2026-04-03")),
            () => world.Change(StatementRow.Table, statement, StatementRow.PaymentReference, null),
        })
            Assert.Contains("stay as they were entered", World.Refusal(change));
    }

    [TestMethod]
    public void Who_manages_or_owns_the_partner_can_neither_approve_nor_pay()
    {
        using var world = new World();
        var statement = Issued(world, 62_000m);
        var partner = world.PartnerNamed("Skyops");
        var manager = world.User("Mia Manager");
        var owner = world.User("Oda Owner");
        world.Change(Partner.Table, partner, Partner.Manager, new EntityReference("systemuser", manager));
        world.Change(Partner.Table, partner, Partner.Owner, new EntityReference("systemuser", owner));
        const string Told = "You manage Skyops, or did when this was issued, so you can't approve or pay its statement Skyops 2026-03. Ask a colleague who doesn't.";
        Assert.AreEqual(Told, World.Refusal(() => Approve(world.As(manager), statement)));
        Assert.AreEqual(Told, World.Refusal(() => Approve(world.As(owner), statement)));

        Approve(Finance(world), statement);
        Assert.AreEqual(Told, World.Refusal(() => Pay(world.As(manager), statement)));
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 4900.00 approved", world.Entries());
    }

    [TestMethod]
    public void Who_managed_the_partner_at_the_issue_does_not_hand_it_over_to_approve()
    {
        using var world = new World();
        Usage(world, 62_000m);
        var partner = world.PartnerNamed("Skyops");
        var manager = world.User("Mia Manager");
        world.Change(Partner.Table, partner, Partner.Manager, new EntityReference("systemuser", manager));
        CloseThrough(world, 3);
        var statement = Statement(world, "Skyops 2026-03");
        world.Change(Partner.Table, partner, Partner.Manager, null);
        Assert.StartsWith("You manage Skyops, or did", World.Refusal(() => Approve(world.As(manager), statement)));
        Assert.Contains("is issued", World.Refusal(() => world.Change(StatementRow.Table, statement, StatementRow.Manager, null)));

        // Where nobody manages a partner, its owner counts.
        var owner = world.User("Oda Owner");
        world.Change(Partner.Table, partner, Partner.Owner, new EntityReference("systemuser", owner));
        world.Use(world.Rows(Account.Table, Account.Name).Single().Id, "2026-04", 1_000m);
        world.Settle();
        world.Close("2026-04");
        world.Change(Partner.Table, partner, Partner.Owner, new EntityReference("systemuser", world.Author));
        Assert.StartsWith("You manage Skyops, or did", World.Refusal(() => Approve(world.As(owner), Statement(world, "Skyops 2026-04"))));
        Approve(world.As(manager), Statement(world, "Skyops 2026-04"));
    }

    [TestMethod]
    public void A_statement_goes_one_way()
    {
        using var world = new World();
        var statement = Issued(world, 62_000m);
        const string Way = "A statement is approved first, then paid, and nothing goes back.";
        Assert.AreEqual("The statement Skyops 2026-03 is issued and can't become paid. " + Way, World.Refusal(() => Pay(Finance(world), statement)));
        Assert.AreEqual("The statement Skyops 2026-03 is issued and can't become paid. " + Way, World.Refusal(
            () => Finance(world).Update(new Entity(StatementRow.Table, statement) { [StatementRow.State] = new OptionSetValue(StatementRow.StateOf.Paid) })));

        Approve(Finance(world), statement);
        Assert.AreEqual(
            "The statement Skyops 2026-03 is approved and can't become issued. " + Way, World.Refusal(() => Reissue(Finance(world), statement)));

        Pay(Finance(world), statement);
        Assert.Contains(Way, World.Refusal(() => Reissue(Finance(world), statement)));
        Assert.Contains(Way, World.Refusal(() => Approve(Finance(world), statement)));
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 4900.00 paid", world.Entries());
    }

    [TestMethod]
    public void Where_nothing_is_payable_nothing_is_approved()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        CloseThrough(world, 3);
        Approve(Finance(world), Statement(world, "Skyops 2026-03"));
        world.Use(customer, "2026-03", 0m);
        world.Settle();
        world.Close("2026-04");
        Assert.AreEqual(
            "Nothing is payable on the statement Skyops 2026-04: its balance is carried forward into the next one.",
            World.Refusal(() => Approve(Finance(world), Statement(world, "Skyops 2026-04"))));
    }

    [TestMethod]
    public void A_statement_that_a_later_one_carries_is_not_approved_any_more()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        CloseThrough(world, 3);
        world.Use(customer, "2026-04", 1_000m);
        world.Settle();
        world.Close("2026-04");
        Assert.AreEqual(
            "The statement Skyops 2026-03 can't be approved any more: Skyops 2026-04 carries its balance forward. Approve that one.",
            World.Refusal(() => Approve(Finance(world), Statement(world, "Skyops 2026-03"))));

        Approve(Finance(world), Statement(world, "Skyops 2026-04"));
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual in 2026-03: 4900.00 approved
            Skyops 2026-04 accrual in 2026-04: 50.00 approved
            """, world.Entries());
    }

    [TestMethod]
    public void What_was_approved_is_not_owed_again()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        CloseThrough(world, 3);
        Approve(Finance(world), Statement(world, "Skyops 2026-03"));
        world.Use(customer, "2026-04", 1_000m);
        world.Settle();
        world.Close("2026-04");
        Assert.AreEqual(
            """
            Skyops 2026-03: 0.00 + 4900.00 earned + 0.00 adjusted = 4900.00, 0.00 held, 4900.00 payable
            Skyops 2026-04: 0.00 + 50.00 earned + 0.00 adjusted = 50.00, 0.00 held, 50.00 payable
            """, world.Statements());
    }

    [TestMethod]
    public void What_is_taken_back_after_the_payment_is_carried_until_it_is_earned_again()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        CloseThrough(world, 3);
        Approve(Finance(world), Statement(world, "Skyops 2026-03"));
        Pay(Finance(world), Statement(world, "Skyops 2026-03"));
        world.Use(customer, "2026-03", 52_000m);
        world.Settle();
        world.Close("2026-04");
        world.Use(customer, "2026-05", 62_000m);
        world.Settle();
        world.Close("2026-05");

        // 10,000 less of the step above 50,000 at 10%.
        Assert.AreEqual(
            """
            Skyops 2026-03: 0.00 + 4900.00 earned + 0.00 adjusted = 4900.00, 0.00 held, 4900.00 payable
            Skyops 2026-04: 0.00 + 0.00 earned + -1000.00 adjusted = -1000.00, 0.00 held, -1000.00 payable
            Skyops 2026-05: -1000.00 + 4900.00 earned + 0.00 adjusted = 3900.00, 0.00 held, 3900.00 payable
            """, world.Statements());

        Approve(Finance(world), Statement(world, "Skyops 2026-05"));
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual in 2026-03: 4900.00 paid
            Skyops 2026-03 adjustment in 2026-04: -1000.00 approved
            Skyops 2026-05 accrual in 2026-05: 4900.00 approved
            """, world.Entries());
    }

    [TestMethod]
    public void What_is_held_is_paid_with_the_statement_that_releases_it()
    {
        using var world = new World();
        ApproveAFeeInPart(world);
        Assert.AreEqual(
            """
            Relay 2026-03 accrual (held) in 2026-03: 216.00 held
            Relay 2026-03 accrual in 2026-03: 864.00 approved
            """, world.Entries());

        CloseThrough(world, 9, from: 4);
        Assert.AreEqual(
            """
            Relay 2026-03: 0.00 + 1080.00 earned + 0.00 adjusted = 1080.00, 216.00 held, 864.00 payable
            Relay 2026-09: 216.00 + 0.00 earned + 0.00 adjusted = 216.00, 0.00 held, 216.00 payable
            """, world.Statements());
        Approve(Finance(world), Statement(world, "Relay 2026-09"));
        Assert.Contains("216.00 approved", world.Entries());
    }

    [TestMethod]
    public void A_payment_moves_what_its_own_statement_approved_and_nothing_of_another()
    {
        using var world = new World();
        ApproveAFeeInPart(world);
        CloseThrough(world, 9, from: 4);

        // Both are approved; the later one, with what was held until then, is paid first.
        Approve(Finance(world), Statement(world, "Relay 2026-09"));
        Pay(Finance(world), Statement(world, "Relay 2026-09"));
        Assert.AreEqual(
            """
            Relay 2026-03 accrual (held) in 2026-03: 216.00 paid
            Relay 2026-03 accrual in 2026-03: 864.00 approved
            """, world.Entries());
        Pay(Finance(world), Statement(world, "Relay 2026-03"));
        Assert.Contains("864.00 paid", world.Entries());
    }

    [TestMethod]
    public void What_a_later_statement_approved_is_not_paid_with_an_earlier_one()
    {
        using var world = new World();
        ApproveAFeeInPart(world);
        CloseThrough(world, 9, from: 4);
        Approve(Finance(world), Statement(world, "Relay 2026-09"));
        Pay(Finance(world), Statement(world, "Relay 2026-03"));
        Assert.AreEqual(
            """
            Relay 2026-03 accrual (held) in 2026-03: 216.00 approved
            Relay 2026-03 accrual in 2026-03: 864.00 paid
            """, world.Entries());
    }

    [TestMethod]
    public void Nothing_is_approved_before_its_month_is_closed()
    {
        using var world = new World();
        Usage(world, 62_000m);
        var other = world.Customer("Fennel");
        world.Engage(other, world.Partner("Nimbus"), "MSP", "2026-01-01");
        world.Use(other, "2026-03", 1_000m);
        world.Settle();
        CloseThrough(world, 2);
        world.Ask("2026-03");
        var item = world.Rows(WorkItem.Table, WorkItem.Partner, WorkItem.State, WorkItem.Kind).Single(
            row => row.Option(WorkItem.Kind) == WorkItem.KindOf.CloseMonth && row.Option(WorkItem.State) == WorkItem.StateOf.Waiting
                && row.Lookup(WorkItem.Partner) == world.PartnerNamed("Skyops"));
        world.Change(WorkItem.Table, item.Id, WorkItem.StartedOn, world.Clock.GetUtcNow().UtcDateTime);
        Assert.StartsWith("The statement Skyops 2026-03 is issued", World.Refusal(() => world.Change(
            StatementRow.Table, Statement(world, "Skyops 2026-03"), StatementRow.Payable, new Money(1_000_000m))));
        Assert.StartsWith(
            "The statement Skyops 2026-03 can't be approved yet: its month is still being closed",
            World.Refusal(() => Approve(Finance(world), Statement(world, "Skyops 2026-03"))));

        world.Settle();
        Approve(Finance(world), Statement(world, "Skyops 2026-03"));
    }

    [TestMethod]
    public void Who_approved_and_when_is_never_entered()
    {
        using var world = new World();
        var statement = Issued(world, 62_000m);
        var other = new EntityReference("systemuser", world.Author);
        const string Told = "Who approved the statement Skyops 2026-03, and when, is noted by the approval itself and can't be entered.";
        var together = World.Status(StatementRow.Table, statement, StatementRow.StateOf.Open, StatementRow.StatusOf.Approved);
        together[StatementRow.ApprovedBy] = other;
        Assert.AreEqual(Told, World.Refusal(() => world.Service.Update(together)));
        foreach (var status in new Action[] { () => { }, () => Approve(Finance(world), statement), () => Pay(Finance(world), statement) })
        {
            status();
            Assert.AreEqual(Told, World.Refusal(() => world.Change(StatementRow.Table, statement, StatementRow.ApprovedBy, other)));
            Assert.AreEqual(Told, World.Refusal(
                () => world.Change(StatementRow.Table, statement, StatementRow.ApprovedOn, World.Day("2026-01-01"))));
        }
    }

    [TestMethod]
    public void A_statement_is_not_entered_by_hand()
    {
        using var world = new World();
        Usage(world, 62_000m);
        Assert.StartsWith("A statement can't be entered by hand", World.Refusal(() => world.Service.Create(new Entity(StatementRow.Table)
        {
            [StatementRow.Name] = "Skyops 2026-03",
            [StatementRow.Program] = new EntityReference(Tables.Program.Table, world.Program),
            [StatementRow.Partner] = new EntityReference(Partner.Table, world.PartnerNamed("Skyops")),
            [StatementRow.Month] = World.FirstOf("2026-03"),
            [StatementRow.Payable] = new Money(1_000_000m),
        })));
    }

    // A fee of 1,080, of which 216 are held until September.
    private static void ApproveAFeeInPart(World world)
    {
        var deal = world.Deal(world.Customer("Larkspur"), 18_000m);
        world.Join(deal, world.Partner("Relay"), "Reseller");
        world.Win(deal, 18_000m, "2026-03-09");
        CloseThrough(world, 3);
        Approve(Finance(world), Statement(world, "Relay 2026-03"));
    }

    // Whoever makes a row owns it; somebody else approves.
    private static IOrganizationService Finance(World world) => world.As(world.Approver);

    private static void Approve(IOrganizationService service, Guid statement) => service.Update(
        World.Status(StatementRow.Table, statement, StatementRow.StateOf.Open, StatementRow.StatusOf.Approved));

    private static void Pay(IOrganizationService service, Guid statement) => service.Update(
        World.Status(StatementRow.Table, statement, StatementRow.StateOf.Paid, StatementRow.StatusOf.Paid));

    private static void Reissue(IOrganizationService service, Guid statement) => service.Update(
        World.Status(StatementRow.Table, statement, StatementRow.StateOf.Open, StatementRow.StatusOf.Issued));

    private static Guid Statement(World world, string name) => world.Rows(StatementRow.Table, StatementRow.Name)
        .Single(row => row.Text(StatementRow.Name) == name).Id;

    private static Guid Issued(World world, decimal usage)
    {
        Usage(world, usage);
        CloseThrough(world, 3);
        return Statement(world, "Skyops 2026-03");
    }

    private static Guid Usage(World world, decimal amount)
    {
        var customer = world.Customer("Larkspur");
        world.Engage(customer, world.Partner("Skyops"), "MSP", "2026-01-01");
        world.Use(customer, "2026-03", amount);
        world.Settle();
        return customer;
    }

    private static void CloseThrough(World world, int month, int from = 1)
    {
        for (var number = from; number <= month; number++)
            world.Close(new CrmAddon.Rules.Month(2026, number).ToString());
    }
}
