using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Views.Tests;

/// <summary>Rules, notifications, work and usage.</summary>
[TestClass]
public sealed class OperationsViewTests
{
    [TestMethod]
    public void Rule_versions_are_shown_by_where_they_are_on_their_way()
    {
        using var world = new World();
        var somebody = world.Somebody();
        var program = world.Named("cov_program", "P", 0, 1);
        Version("draft", 4, 0, 1, world.Me);
        Version("in review", 3, 0, 770000000, somebody);
        Version("published", 2, 1, 2, somebody);
        Version("retired", 1, 1, 770000001, world.Me);

        world.Shows("Rule Versions in Review", "in review");
        world.Shows("Draft Rule Versions", "draft");
        world.Shows("My Rule Versions", "draft", "retired");
        world.Shows("Published Rule Versions", "published");
        world.Shows("Retired Rule Versions", "retired");
        world.Shows("All Rule Versions", "draft", "in review", "published", "retired");

        void Version(string name, int number, int state, int status, EntityReference author) => world.Named(
            "cov_ruleversion", name, state, status, ("cov_programid", program), ("cov_number", number), ("cov_authorid", author));
    }

    [TestMethod]
    public void Notifications_are_open_sent_or_failed()
    {
        using var world = new World();
        world.Named("cov_notification", "pending", 0, 1);
        world.Named("cov_notification", "sending", 0, 770000000);
        world.Named("cov_notification", "sent", 1, 2, ("cov_senton", World.Day("2026-03-01")));
        world.Named("cov_notification", "failed", 1, 770000001);

        world.Shows("Failed Notifications", "failed");
        world.Shows("Sent Notifications", "sent");
        world.Charts("Notifications by Status", "Notifications of the Last 30 Days", "Pending 1", "Sending 1", "Sent 1", "Failed 1");
    }

    [TestMethod]
    public void Work_waits_and_after_an_hour_for_too_long()
    {
        using var world = new World();
        Work("just asked", "2026-03-15 11:30", 0);
        Work("an hour ago", "2026-03-15 10:59", 0);
        Work("done", "2026-03-15 09:00", 1);

        world.Shows("Waiting Work Items", "an hour ago", "just asked");
        world.Shows("Work Waiting for Over an Hour", "an hour ago");
        world.Shows("Done Work Items", "done");

        void Work(string name, string requested, int state) => world.Named(
            "cov_workitem", name, state, state + 1, ("cov_requestedon", World.Day(requested)), ("cov_kind", World.Option(0)));
    }

    [TestMethod]
    public void Usage_is_corrected_later_when_a_later_month_bills_it()
    {
        using var world = new World();
        Usage("as billed", "2026-02-01", "2026-02-01", 0);
        Usage("corrected", "2026-01-01", "2026-02-01", 0);
        Usage("inactive", "2026-01-01", "2026-02-01", 1);
        Usage("a year ago", "2025-03-01", "2025-03-01", 0);

        world.Shows("Usage Corrected Later", "corrected");
        world.Shows("Active Usage", "as billed", "corrected", "a year ago");
        world.Charts("Usage by Month and Currency", "Active Usage", "2 5.0000000000", "1 5.0000000000");

        void Usage(string name, string charged, string billed, int state) => world.Named(
            "cov_usage", name, state, state + 1, ("cov_source", name), ("cov_chargemonth", World.Day(charged)), ("cov_billingmonth", World.Day(billed)),
            ("cov_amount", 5m));
    }

    [TestMethod]
    public void Rulings_are_on_deals_or_on_months()
    {
        using var world = new World();
        world.Named("cov_ruling", "R-1", 0, 1, ("cov_kind", World.Option(0)));
        world.Named("cov_ruling", "R-2", 0, 1, ("cov_kind", World.Option(1)));
        world.Named("cov_ruling", "R-3", 0, 1, ("cov_kind", World.Option(2)));
        world.Named("cov_ruling", "R-4", 0, 1, ("cov_kind", World.Option(4)));

        world.Shows("Rulings on Deals", "R-1");
        world.Shows("Rulings on Months", "R-3", "R-2");
        world.Shows("Active Rulings", "R-4", "R-3", "R-2", "R-1");
    }
}
