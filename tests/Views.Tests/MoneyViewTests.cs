using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Views.Tests;

/// <summary>The ledger, statements, months and disputes.</summary>
[TestClass]
public sealed class MoneyViewTests
{
    private const int Provisional = 1, Posted = 2, Held = 770000000, Released = 770000001, Paid = 770000003;

    [TestMethod]
    public void Entries_are_shown_by_month_and_state()
    {
        using var world = new World();
        var march = world.Named("cov_program", "March", 0, 1, ("cov_openmonth", World.Day("2026-03-01")));
        var february = world.Named("cov_program", "February", 0, 1, ("cov_openmonth", World.Day("2026-02-01")));
        Entry("E1", march, "2026-03-01", Provisional, 0, 10);
        Entry("E2", march, "2026-02-01", Posted, 0, 20);
        Entry("E3", february, "2026-02-01", Provisional, 1, 30);
        Entry("E4", february, "2026-01-01", Paid, 0, 40);
        Entry("E5", march, "2026-03-01", Held, 0, 50);
        Entry("E6", march, "2026-02-01", Released, 2, -60);

        world.Shows("Entries of the Open Month", "E1", "E3", "E5");
        world.Shows("Provisional Entries", "E1", "E3");
        world.Shows("Posted Entries", "E5", "E2", "E6", "E4");
        world.Shows("Held Entries", "E5");
        world.Shows("Paid Entries", "E4");
        world.Shows("Clawbacks", "E6");
        world.Shows("All Ledger Entries", "E1", "E5", "E2", "E3", "E6", "E4");
        world.Charts("Entries by Status", "Entries of the Open Month", "Provisional $40.00", "Held $50.00");
        world.Charts("Entries by Month and Kind", "All Ledger Entries",
            "Accrual 3 $60.00", "Accrual 2 $20.00", "Adjustment 2 $30.00", "Clawback 2 ($60.00)", "Accrual 1 $40.00");

        void Entry(string name, EntityReference program, string month, int status, int kind, int amount) => world.Named(
            "cov_entry", name, status == Provisional ? 0 : 1, status, ("cov_programid", program), ("cov_bookedmonth", World.Day(month)),
            ("cov_kind", World.Option(kind)), ("cov_amount", new Money(amount)));
    }

    [TestMethod]
    public void Statements_wait_for_approval_then_for_payment()
    {
        using var world = new World();
        Statement("S1", "2026-02-01", 0, 1, 100);
        Statement("S2", "2026-01-01", 0, 1, 50);
        Statement("S3", "2026-01-01", 0, 770000000, 30);
        Statement("S4", "2025-12-01", 1, 2, 20);

        world.Shows("Statements to Approve", "S2", "S1");
        world.Shows("Statements to Pay", "S3");
        world.Shows("Paid Statements", "S4");
        world.Shows("All Statements", "S1", "S2", "S3", "S4");
        world.Charts("Payable by Status", "All Statements", "Issued $150.00", "Approved $30.00", "Paid $20.00");

        void Statement(string name, string month, int state, int status, int payable) => world.Named(
            "cov_statement", name, state, status, ("cov_month", World.Day(month)), ("cov_payable", new Money(payable)),
            ("cov_partnerid", world.Named("cov_partner", "Partner of " + name, 0, 1)));
    }

    [TestMethod]
    public void A_period_is_open_until_it_is_closed()
    {
        using var world = new World();
        world.Named("cov_period", "February", 0, 770000000, ("cov_month", World.Day("2026-02-01")));
        world.Named("cov_period", "March", 0, 1, ("cov_month", World.Day("2026-03-01")));
        world.Named("cov_period", "January", 1, 2, ("cov_month", World.Day("2026-01-01")));

        world.Shows("Open Periods", "February", "March");
        world.Shows("Closed Periods", "January");
        world.Shows("All Periods", "March", "February", "January");
    }

    [TestMethod]
    public void Disputes_are_open_until_they_are_decided()
    {
        using var world = new World();
        var somebody = world.Somebody();
        Dispute("D1", "2026-03-09", 0, 1, 4, world.Me);
        Dispute("D2", "2026-03-02", 0, 770000000, 2, somebody);
        Dispute("D3", "2026-03-01", 1, 770000001, 2, world.Me);

        world.Shows("Open Disputes", "D2", "D1");
        world.Shows("My Open Disputes", "D1");
        world.Shows("Resolved Disputes", "D3");
        world.Shows("All Disputes", "D1", "D2", "D3");
        world.Charts("Disputes by Reason", "Open Disputes", "Clawback 1", "Usage 1");

        void Dispute(string number, string raised, int state, int status, int reason, EntityReference owner) => world.Named(
            "cov_dispute", number, state, status, ("cov_raisedon", World.Day(raised)), ("cov_reason", World.Option(reason)), ("ownerid", owner));
    }
}
