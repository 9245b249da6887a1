using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Periods;

[TestClass]
public sealed class CloseTests
{
    [TestMethod]
    public void A_close_posts_the_entries_and_states_what_is_payable()
    {
        using var world = new World();
        Usage(world, 62_000m);
        Assert.AreEqual("2026-03 is closed.", CloseThrough(world, 3));
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-03: 4900.00 posted", world.Entries());
        Assert.AreEqual("Skyops 2026-03: 0.00 + 4900.00 earned + 0.00 adjusted = 4900.00, 0.00 held, 4900.00 payable", world.Statements());

        var period = world.Rows(Period.Table, Period.Name, Period.Total, Period.Entries, Period.Status)
            .Single(row => row.Text(Period.Name) == "CLOUD 2026-03");
        Assert.AreEqual(4_900m, period.Amount(Period.Total));
        Assert.AreEqual(1, period.GetAttributeValue<int>(Period.Entries));
        Assert.AreEqual(Period.StatusOf.Closed, period.Option(Period.Status));
    }

    [TestMethod]
    public void The_partner_is_told_of_the_statement_once()
    {
        using var world = new World();
        Usage(world, 62_000m);
        CloseThrough(world, 3);
        var told = world.Rows(Notification.Table, Notification.Key, Notification.Subject, Notification.Data).Single();
        Assert.AreEqual("statement.issued|CLOUD|Skyops|2026-03", told.Text(Notification.Key));
        Assert.AreEqual("Your Cloud Infrastructure statement for 2026-03: 4,900.00 USD payable", told.Text(Notification.Subject));
        Assert.AreEqual(
            """{"language":"en","partner":"Skyops","program":"Cloud Infrastructure","currency":"USD","month":"2026-03","opening":"0.00","earned":"4900.00","""
            + """ "adjustments":"0.00","clawbacks":"0.00","heldNow":"0.00","released":"0.00","heldBalance":"0.00","closing":"4900.00","""
                .TrimStart()
            + """ "payable":"4900.00","entries":1,"lines":[{"customer":"Larkspur","rule":"MSP recurring share","month":"2026-03","amount":"4900.00"}]}"""
                .TrimStart(),
            told.Text(Notification.Data));
    }

    [TestMethod]
    public void The_partner_is_told_in_the_language_that_it_reads()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        world.Change(Partner.Table, PartnerOf(world, customer), Partner.Language, new OptionSetValue(770000001));
        CloseThrough(world, 3);
        var told = world.Rows(Notification.Table, Notification.Subject, Notification.Data).Single();
        Assert.AreEqual("Ihre Abrechnung im Programm Cloud Infrastructure für März 2026: 4.900,00 USD zahlbar", told.Text(Notification.Subject));
        Assert.StartsWith("{\"language\":\"de\",", told.Text(Notification.Data));
    }

    [TestMethod]
    public void A_partner_without_an_address_is_not_passed_over_in_silence()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        world.Change(Partner.Table, PartnerOf(world, customer), Partner.Email, null);
        CloseThrough(world, 3);
        var row = world.Rows(Notification.Table, Notification.Status, Notification.Error).Single();
        Assert.AreEqual(Notification.StatusOf.Failed, row.Option(Notification.Status));
        Assert.StartsWith("The partner Skyops has no e-mail address.", row.Text(Notification.Error));
    }

    [TestMethod]
    public void A_partner_who_wants_no_mail_gets_none()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        world.Change(Partner.Table, PartnerOf(world, customer), Partner.MailEnabled, false);
        CloseThrough(world, 3);
        Assert.AreEqual(0, world.Count(Notification.Table));
    }

    [TestMethod]
    public void A_late_correction_stands_in_the_open_month_as_an_adjustment()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        CloseThrough(world, 3);
        world.Use(customer, "2026-03", 72_000m);
        world.Settle();

        // 500 + 3,200 + 2,200 = 5,900: 1,000 more than was posted.
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual in 2026-03: 4900.00 posted
            Skyops 2026-03 adjustment in 2026-04: 1000.00 provisional
            """, world.Entries());

        world.Close("2026-04");
        Assert.AreEqual(
            """
            Skyops 2026-03: 0.00 + 4900.00 earned + 0.00 adjusted = 4900.00, 0.00 held, 4900.00 payable
            Skyops 2026-04: 4900.00 + 0.00 earned + 1000.00 adjusted = 5900.00, 0.00 held, 5900.00 payable
            """, world.Statements());
    }

    [TestMethod]
    public void What_is_held_back_is_released_by_the_close_of_its_month()
    {
        using var world = new World();
        var deal = world.Deal(world.Customer("Larkspur"), 18_000m);
        world.Join(deal, world.Partner("Relay"), "Reseller");
        world.Win(deal, 18_000m, "2026-03-09");
        CloseThrough(world, 8);
        Assert.AreEqual("Relay 2026-03: 0.00 + 1080.00 earned + 0.00 adjusted = 1080.00, 216.00 held, 864.00 payable", world.Statements());
        Assert.Contains("216.00 held", world.Entries());

        world.Close("2026-09");
        Assert.AreEqual(
            """
            Relay 2026-03: 0.00 + 1080.00 earned + 0.00 adjusted = 1080.00, 216.00 held, 864.00 payable
            Relay 2026-09: 1080.00 + 0.00 earned + 0.00 adjusted = 1080.00, 0.00 held, 1080.00 payable
            """, world.Statements());
        Assert.Contains("216.00 released", world.Entries());
    }

    [TestMethod]
    public void Closing_again_changes_nothing()
    {
        using var world = new World();
        Usage(world, 62_000m);
        CloseThrough(world, 3);
        var before = world.Everything();
        Assert.AreEqual("2026-03 is closed.", world.Close("2026-03"));
        Assert.AreEqual(before, world.Everything());
    }

    [TestMethod]
    public void A_month_is_not_closed_before_the_one_before_it()
    {
        using var world = new World();
        Assert.AreEqual(
            "2026-03 can't be closed before 2026-01, whose books are still open. Close 2026-01 first.",
            World.Refusal(() => world.Ask("2026-03")));
    }

    [TestMethod]
    public void A_month_is_not_closed_while_its_usage_waits_to_be_judged()
    {
        using var world = new World();
        world.Use(world.Customer("Larkspur"), "2026-01", 1m);
        Assert.StartsWith("2026-01 can't be closed yet: 1 work item(s)", World.Refusal(() => world.Ask("2026-01")));
        world.Settle();
        Assert.AreEqual("2026-01 is closed.", world.Ask("2026-01"));
    }

    [TestMethod]
    public void What_is_no_month_or_no_program_is_said_plainly()
    {
        using var world = new World();
        Assert.AreEqual("\"March\" is no month. Write it as yyyy-MM, such as 2026-03.", World.Refusal(() => world.Ask("March")));
        Assert.AreEqual("There is no active program with the code \"CLOUDY\".", World.Refusal(() => world.Service.Execute(
            new OrganizationRequest("cov_CloseMonth") { ["Program"] = "CLOUDY", ["Month"] = "2026-01" })));
    }

    [TestMethod]
    public void While_a_month_is_being_closed_late_money_already_goes_to_the_next()
    {
        using var world = new World();
        var customer = Usage(world, 62_000m);
        CloseThrough(world, 2);
        Assert.AreEqual("2026-03 is being closed; partners to go: 1.", world.Ask("2026-03"));
        world.Use(customer, "2026-03", 72_000m);
        world.Settle();
        Assert.AreEqual(
            """
            Skyops 2026-03 accrual in 2026-03: 4900.00 posted
            Skyops 2026-03 adjustment in 2026-04: 1000.00 provisional
            """, world.Entries());
        Assert.AreEqual("2026-03 is closed.", world.Ask("2026-03"));
    }

    [TestMethod]
    public void A_posted_entry_is_never_changed_or_deleted_and_only_moves_on()
    {
        using var world = new World();
        Usage(world, 62_000m);
        CloseThrough(world, 3);
        var entry = world.Rows(Entry.Table)[0].Id;
        foreach (var change in new Action[]
        {
            () => world.Change(Entry.Table, entry, Entry.Amount, new Money(1m)),
            () => world.Change(Entry.Table, entry, Entry.Statement, null),
            () => world.Change(Entry.Table, entry, Entry.BookedMonth, World.FirstOf("2026-04")),
            () => world.Service.Delete(Entry.Table, entry),
        })
            Assert.Contains("is posted and is never changed or deleted", World.Refusal(change));

        world.Service.Update(World.Status(Entry.Table, entry, Entry.StateOf.Booked, Entry.StatusOf.Approved));
        World.Refusal(() => world.Service.Update(World.Status(Entry.Table, entry, Entry.StateOf.Booked, Entry.StatusOf.Posted)));
    }

    [TestMethod]
    public void A_closed_period_and_its_statements_stay_as_they_are()
    {
        using var world = new World();
        Usage(world, 62_000m);
        CloseThrough(world, 3);
        var period = world.Rows(Period.Table, Period.Name).Single(row => row.Text(Period.Name) == "CLOUD 2026-03").Id;
        var statement = world.Rows(StatementRow.Table)[0].Id;
        Assert.Contains("is closed for good", World.Refusal(() => world.Change(Period.Table, period, Period.Total, new Money(1m))));
        Assert.Contains("is closed for good", World.Refusal(() => world.Service.Delete(Period.Table, period)));
        Assert.Contains("is issued", World.Refusal(() => world.Change(StatementRow.Table, statement, StatementRow.Payable, new Money(1m))));
        Assert.Contains("is issued", World.Refusal(() => world.Service.Delete(StatementRow.Table, statement)));
    }

    [TestMethod]
    public void Nobody_closes_a_month_by_hand()
    {
        using var world = new World();
        var period = world.Rows(Period.Table, Period.Name).Single().Id;
        const string Told = "The period CLOUD 2026-01 can't be closed by hand: \"Close Month\" (cov_CloseMonth) closes a month, "
            + "posts its entries and issues its statements.";
        foreach (var (state, status) in new[] { (Period.StateOf.Open, Period.StatusOf.Closing), (Period.StateOf.Closed, Period.StatusOf.Closed) })
            Assert.AreEqual(Told, World.Refusal(() => world.Service.Update(World.Status(Period.Table, period, state, status))));

        Assert.AreEqual(Told, World.Refusal(() => world.Service.Create(new Entity(Period.Table)
        {
            [Period.Name] = "CLOUD 2026-01",
            [Period.Program] = new EntityReference(Tables.Program.Table, world.Program),
            [Period.Month] = World.FirstOf("2026-02"),
            [Period.Status] = new OptionSetValue(Period.StatusOf.Closing),
        })));
        Assert.AreEqual("2026-01 is closed.", world.Close("2026-01"));
    }

    [TestMethod]
    public void While_a_month_is_being_closed_nobody_writes_into_it_by_hand()
    {
        using var world = new World();
        Usage(world, 62_000m);
        CloseThrough(world, 2);
        world.Ask("2026-03");
        var waiting = world.Rows(WorkItem.Table, WorkItem.Kind, WorkItem.State)
            .Single(row => row.Option(WorkItem.Kind) == WorkItem.KindOf.CloseMonth && row.Option(WorkItem.State) == WorkItem.StateOf.Waiting).Id;
        var period = world.Rows(Period.Table, Period.Name).Single(row => row.Text(Period.Name) == "CLOUD 2026-03").Id;
        foreach (var change in new Action[]
        {
            () => world.Service.Update(World.Status(Period.Table, period, Period.StateOf.Closed, Period.StatusOf.Closed)),
            () => world.Change(Period.Table, period, Period.Total, new Money(1m)),
        })
            Assert.StartsWith("The period CLOUD 2026-03 can't be closed by hand", World.Refusal(change));

        Assert.Contains("is being closed", World.Refusal(
            () => world.Service.Update(World.Status(Period.Table, period, Period.StateOf.Open, Period.StatusOf.Open))));
        Assert.Contains("is being closed", World.Refusal(() => world.Service.Delete(Period.Table, period)));
        world.Change(WorkItem.Table, waiting, WorkItem.StartedOn, world.Clock.GetUtcNow().UtcDateTime);
        Assert.AreEqual("2026-03 is closed.", world.Ask("2026-03"));
    }

    [TestMethod]
    public void The_open_month_has_a_period_to_close()
    {
        using var world = new World();
        string Periods() => string.Join(", ", world.Rows(Period.Table, Period.Name, Period.Status)
            .Select(row => row.Text(Period.Name) + (row.Option(Period.Status) == Period.StatusOf.Open ? " open" : " closed")).Order(StringComparer.Ordinal));
        Assert.AreEqual("CLOUD 2026-01 open", Periods());

        // Set anew while there is nothing in the books, it takes its period along; nothing is left behind.
        world.Change(Tables.Program.Table, world.Program, Tables.Program.OpenMonth, World.FirstOf("2026-03"));
        Assert.AreEqual("CLOUD 2026-03 open", Periods());
        world.Close("2026-03");
        Assert.AreEqual("CLOUD 2026-03 closed, CLOUD 2026-04 open", Periods());
    }

    [TestMethod]
    public void A_program_of_which_nothing_was_closed_goes_with_its_open_month()
    {
        using var world = new World("");
        world.Service.Delete(Tables.Program.Table, world.Program);
        Assert.AreEqual(0, world.Count(Period.Table));
    }

    [TestMethod]
    public void The_open_month_moves_by_closing_alone_once_there_is_something_in_the_books()
    {
        using var world = new World();
        world.Change(Tables.Program.Table, world.Program, Tables.Program.OpenMonth, World.FirstOf("2026-02"));
        Usage(world, 62_000m);
        Assert.StartsWith("The open month 2026-02 can't be changed by hand", World.Refusal(
            () => world.Change(Tables.Program.Table, world.Program, Tables.Program.OpenMonth, World.FirstOf("2026-03"))));
        Assert.AreEqual("2026-02 is closed.", world.Close("2026-02"));
        Assert.StartsWith("The open month 2026-03 can't be changed by hand", World.Refusal(
            () => world.Change(Tables.Program.Table, world.Program, Tables.Program.OpenMonth, World.FirstOf("2026-02"))));
    }

    [TestMethod]
    public void A_program_keeps_its_code_and_currency_once_it_has_entries()
    {
        using var world = new World();
        world.Change(Tables.Program.Table, world.Program, Tables.Program.Code, "CLOUD2");
        world.Change(Tables.Program.Table, world.Program, Tables.Program.Code, "CLOUD");
        Usage(world, 62_000m);
        Assert.StartsWith("The code CLOUD can't be changed any more", World.Refusal(
            () => world.Change(Tables.Program.Table, world.Program, Tables.Program.Code, "CLOUD2")));
        Assert.StartsWith("The currency of the program CLOUD can't be changed any more", World.Refusal(
            () => world.Change(Tables.Program.Table, world.Program, Tables.Program.Currency, null)));
        world.Change(Tables.Program.Table, world.Program, Tables.Program.Code, "CLOUD");
    }

    [TestMethod]
    public void An_entry_that_missed_the_close_of_its_month_is_posted_with_the_next()
    {
        using var world = new World();
        Usage(world, 62_000m);
        var straggler = world.Rows(Entry.Table).Single().Id;
        world.Change(Entry.Table, straggler, Entry.BookedMonth, World.FirstOf("2026-04"));
        CloseThrough(world, 3);

        // As if a win that began before the close of March had written it after that.
        world.Change(Entry.Table, straggler, Entry.BookedMonth, World.FirstOf("2026-02"));
        Assert.AreEqual("2026-04 is closed.", world.Close("2026-04"));
        Assert.AreEqual("Skyops 2026-03 accrual in 2026-04: 4900.00 posted", world.Entries());
        Assert.AreEqual("Skyops 2026-04: 0.00 + 4900.00 earned + 0.00 adjusted = 4900.00, 0.00 held, 4900.00 payable", world.Statements());
        Assert.AreEqual(4_900m, world.Rows(Period.Table, Period.Name, Period.Total)
            .Single(row => row.Text(Period.Name) == "CLOUD 2026-04").Amount(Period.Total));
    }

    private static Guid Usage(World world, decimal amount)
    {
        var customer = world.Customer("Larkspur");
        world.Engage(customer, world.Partner("Skyops"), "MSP", "2026-01-01");
        world.Use(customer, "2026-03", amount);
        world.Settle();
        return customer;
    }

    private static Guid PartnerOf(World world, Guid customer) => world.Service
        .First(Queries.From(Engagement.Table, Engagement.Partner).Where(Engagement.Customer, customer))!
        .Lookup(Engagement.Partner)!.Value;

    private static string CloseThrough(World world, int month)
    {
        var said = "";
        for (var number = 1; number <= month; number++)
            said = world.Close(new CrmAddon.Rules.Month(2026, number).ToString());

        return said;
    }
}
