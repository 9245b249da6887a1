using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;
using CrmAddon.Worker.Notifications;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed class RetryTests
{
    [TestMethod]
    public async Task A_202_is_final_whatever_headers_it_carries()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");
        world.Graph.Faults.Next(GraphOperation.Send, GraphFault.Confirm("120"));

        var pass = await world.Run();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Run();

        Assert.IsNull(pass.PausedUntil);
        Assert.AreEqual("Sent", world.Status(id));
        Assert.AreEqual(1, world.Count(GraphOperation.Send));
    }

    [TestMethod]
    [DataRow(429, "40", 40)]
    [DataRow(429, "date", 2 * 3600)]
    [DataRow(503, "86400", 86400)]
    [DataRow(503, "date", 2 * 3600)]
    public async Task Retry_After_is_obeyed_to_the_second_at_any_length_and_for_the_whole_mailbox(int status, string retryAfter, int seconds)
    {
        await using var world = await MailWorld.Create();
        var first = world.Add("1");
        var second = world.Add("2");
        var header = retryAfter == "date" ? world.Clock.Now.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture) : retryAfter;
        world.Graph.Faults.Next(GraphOperation.CreateDraft, GraphFault.Refuse(status, header));
        using var sender = world.Sender();

        var pass = await sender.RunAsync();

        var until = world.Clock.Now.AddSeconds(seconds);
        Assert.AreEqual(until, pass.PausedUntil);
        Assert.AreEqual(until.UtcDateTime, world.Row(first)["cov_notbefore"]);
        Assert.AreEqual(("Pending", 0), (world.Status(first), world.Row(first)["cov_attempts"]));
        Assert.AreEqual("Pending", world.Status(second));

        world.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.IsEmpty((await sender.RunAsync()).Reports);
        Assert.HasCount(1, world.Graph.Requests);

        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await sender.RunAsync();
        Assert.AreEqual(("Sent", "Sent"), (world.Status(first), world.Status(second)));
        Assert.HasCount(2, world.Graph.Delivered);
    }

    [TestMethod]
    public async Task A_server_error_of_one_mail_makes_that_mail_wait_longer_each_time_and_lets_the_others_go()
    {
        await using var world = await MailWorld.Create();
        var ill = world.Add("1");
        var well = world.Add("2");
        world.Graph.Faults.Next(GraphOperation.CreateDraft, GraphFault.Refuse(500));
        await world.Run();
        Assert.AreEqual(("Pending", "Sent"), (world.Status(ill), world.Status(well)));

        var waits = new System.Collections.Generic.List<double>();
        for (var i = 1; i < 8; i++)
        {
            var due = (DateTime)world.Row(ill)["cov_notbefore"]!;
            waits.Add((due - world.Clock.Now.UtcDateTime).TotalMinutes);
            Assert.AreEqual(i, world.Row(ill)["cov_attempts"]);
            world.Clock.Advance(due - world.Clock.Now.UtcDateTime);
            world.Graph.Faults.Next(GraphOperation.CreateDraft, GraphFault.Refuse(500));
            await world.Run();
        }

        Assert.AreSequenceEqual([1, 2, 4, 8, 16, 32, 64], waits);
        Assert.AreEqual("Failed", world.Status(ill));
        Assert.AreEqual(
            "Given up after 8 attempts. Microsoft Graph answered 500 (ServiceError: A fault that a test asked for.).",
            world.Row(ill)["cov_error"]);
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(413)]
    public async Task What_Graph_will_never_take_fails_at_once(int status)
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");
        world.Graph.Faults.Next(GraphOperation.CreateDraft, GraphFault.Refuse(status));

        var pass = await world.Run();

        var reason = $"Microsoft Graph answered {status} (ServiceError: A fault that a test asked for.).";
        Assert.AreEqual(NotificationOutcome.Failed, pass.Reports.Single().Outcome);
        Assert.AreEqual(("Failed", reason), (world.Status(id), world.Row(id)["cov_error"]));
        Assert.HasCount(1, world.Graph.Requests);
    }

    [TestMethod]
    [DataRow(401)]
    [DataRow(403)]
    public async Task A_mailbox_that_the_app_may_not_use_fails_no_mail_but_stops_the_pass(int status)
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("1");
        world.Add("2");
        world.Graph.Faults.Next(GraphOperation.CreateDraft, GraphFault.Refuse(status));

        var pass = await world.Run();

        Assert.AreEqual(world.Clock.Now.AddMinutes(1), pass.PausedUntil);
        Assert.AreEqual(("Pending", 0), (world.Status(id), world.Row(id)["cov_attempts"]));
        Assert.HasCount(1, world.Graph.Requests);
    }

    [TestMethod]
    public async Task A_mailbox_that_cannot_be_reached_stops_the_pass_and_loses_nothing()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("1");
        await world.Graph.DisposeAsync();

        var pass = await world.Run();

        Assert.AreEqual(NotificationOutcome.Postponed, pass.Reports.Single().Outcome);
        Assert.StartsWith("Microsoft Graph can't be reached: ", pass.Reports.Single().Reason!);
        Assert.AreEqual("Pending", world.Status(id));
    }

    [TestMethod]
    public async Task A_notification_that_kills_its_sender_again_and_again_is_given_up()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("1");
        for (var i = 0; i < 8; i++)
        {
            // Dies after its claim.
            await Assert.ThrowsExactlyAsync<KilledException>(() => world.Run(new InterruptedService(world.Service, 2, afterwards: true)));
        }

        await world.Run();

        Assert.AreEqual("Failed", world.Status(id));
        Assert.AreEqual("Given up: 8 attempts ended without an answer.", world.Row(id)["cov_error"]);
    }
}
