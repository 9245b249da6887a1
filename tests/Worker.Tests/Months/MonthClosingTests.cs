using System;
using System.Linq;
using CrmAddon.Worker.Months;
using CrmAddon.Worker.Settings;

namespace CrmAddon.Worker.Tests.Months;

[TestClass]
public sealed class MonthClosingTests
{
    [TestMethod]
    public void A_month_is_closed_from_the_first_second_of_its_day_in_UTC_and_not_before()
    {
        using var books = new Books("2026-04-04 23:59:59");
        books.Program("CLOUD", 5, "2026-03");
        Assert.AreEqual("", books.Close());
        books.Clock.Set("2026-04-05 00:00:00");
        Assert.AreEqual("CLOUD 2026-03 Closed", books.Close());
        Assert.AreEqual("", books.Close());
        books.Clock.Set("2026-05-05 00:00:00");
        Assert.AreEqual("CLOUD 2026-04 Closed", books.Close());
        Assert.AreSequenceEqual(["CLOUD 2026-03 2", "CLOUD 2026-04 2"], books.Periods());
    }

    [TestMethod]
    [DataRow(1, "2026-03-01")]
    [DataRow(28, "2026-03-28")]
    public void A_month_that_has_not_ended_is_never_closed(int closeDay, string due)
    {
        using var books = new Books("2026-02-28 23:59");
        books.Program("CLOUD", closeDay, "2026-02");
        Assert.AreEqual("", books.Close());
        books.Clock.Set(due);
        Assert.AreEqual("CLOUD 2026-02 Closed", books.Close());
    }

    [TestMethod]
    public void An_open_month_that_was_entered_by_another_of_its_days_is_due_on_the_same_day()
    {
        using var books = new Books("2026-04-05");
        var program = books.Program("CLOUD", 5, null);
        books.Crm.Service.Update(new("cov_program", program) { ["cov_openmonth"] = new DateTime(2026, 3, 17) });
        Assert.AreEqual("CLOUD 2026-03 Closed", books.Close());
    }

    [TestMethod]
    public void Programs_without_a_day_or_an_open_month_and_retired_ones_are_left_to_people()
    {
        using var books = new Books("2026-06-01");
        books.Program("HAND", null, "2026-03");
        books.Program("NEW", 5, null);
        books.Crm.Service.Update(new("cov_program", books.Program("OLD", 5, "2026-03"))
        {
            ["statecode"] = new Microsoft.Xrm.Sdk.OptionSetValue(1),
            ["statuscode"] = new Microsoft.Xrm.Sdk.OptionSetValue(2),
        });
        Assert.AreEqual("", books.Close());
        Assert.IsEmpty(books.Periods());
    }

    [TestMethod]
    public void After_a_standstill_the_oldest_month_comes_first_and_the_next_once_it_is_closed()
    {
        using var books = new Books("2026-05-20");
        var cloud = books.Program("CLOUD", 5, "2026-01");
        books.Program("MSP", 25, "2026-03");
        books.Earn(cloud, "2026-02");

        Assert.AreEqual("CLOUD 2026-01 Closed\nCLOUD 2026-02 Closing\nMSP 2026-03 Closed", books.Close());
        Assert.AreEqual("CLOUD 2026-02 Closing", books.Close());
        books.Settle();
        Assert.AreEqual("CLOUD 2026-03 Closed\nCLOUD 2026-04 Closed", books.Close());
        Assert.AreEqual("", books.Close());
    }

    [TestMethod]
    public void What_is_refused_is_tried_again_and_keeps_no_other_program_back()
    {
        using var books = new Books("2026-04-06");
        var waits = books.Wait(books.Program("CLOUD", 5, "2026-03"), "2026-03");
        books.Program("MSP", 5, "2026-03");

        var refused = new MonthClosing(books.Crm.Service, books.Clock).Run()[0];
        Assert.AreEqual(("CLOUD", "2026-03", MonthOutcome.Refused), (refused.Program, refused.Month, refused.Outcome));
        Assert.StartsWith("2026-03 can't be closed yet: 1 work item(s)", refused.Message);
        Assert.AreSequenceEqual(["MSP 2026-03 2"], books.Periods());

        books.Crm.Service.Delete("cov_workitem", waits);
        Assert.AreEqual("CLOUD 2026-03 Closed", books.Close());
    }

    [TestMethod]
    public void The_role_Integration_is_enough()
    {
        using var books = new Books("2026-05-20");
        var cloud = books.Program("CLOUD", 5, "2026-02");
        books.Earn(cloud, "2026-03");
        var worker = books.Crm.AsWorker();
        Assert.AreEqual("CLOUD 2026-02 Closed\nCLOUD 2026-03 Closing", books.Close(worker));
        books.Settle();
        Assert.AreEqual("CLOUD 2026-04 Closed", books.Close(worker));
        Assert.AreEqual(TimeSpan.FromHours(1), WorkerSettings.Read(worker, null).Months.Interval);
    }

    [TestMethod]
    public void A_refusal_is_told_when_it_changes_and_once_a_day()
    {
        var clock = new ManualClock();
        var news = new MonthNews(clock);
        var refused = new MonthReport("CLOUD", "2026-03", MonthOutcome.Refused, "Work waits.");
        Assert.AreEqual((true, false), news.Take(refused));
        clock.Advance(TimeSpan.FromHours(23));
        Assert.IsFalse(news.Take(refused).IsNews);
        Assert.AreEqual((true, false), news.Take(refused with { Message = "Other work waits." }));
        Assert.AreEqual((true, false), news.Take(refused with { Program = "MSP" }));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.AreEqual((true, true), news.Take(refused with { Message = "Other work waits." }));
    }

    [TestMethod]
    public void A_month_that_is_stuck_is_asked_for_more_and_more_rarely_and_never_more_rarely_than_others()
    {
        var pace = new MonthPace();
        var longest = TimeSpan.FromHours(1);
        Assert.AreSequenceEqual([1, 2, 4, 8, 16, 32, 60, 60], Waits(8, isNewsFirst: true));
        Assert.AreSequenceEqual([.. Enumerable.Repeat(60, 1000)], Waits(1000, isNewsFirst: false));
        Assert.AreSequenceEqual([1, 2], Waits(2, isNewsFirst: true));

        int[] Waits(int turns, bool isNewsFirst) =>
            [.. Enumerable.Range(0, turns).Select(turn => (int)pace.Next(isNewsFirst && turn == 0, longest).TotalMinutes)];
    }
}
