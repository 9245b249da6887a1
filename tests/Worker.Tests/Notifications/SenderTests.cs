using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;
using CrmAddon.Worker.Notifications;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed class SenderTests
{
    [TestMethod]
    public async Task A_due_notification_is_sent_once_and_marked()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");

        var first = await world.Run();
        var second = await world.Run();

        Assert.AreSequenceEqual(
            [new NotificationReport(id, "Registration REG-000017", "relay@example.com", NotificationOutcome.Sent, null)], first.Reports);
        Assert.IsEmpty(second.Reports);
        Assert.AreEqual("Sent", world.Status(id));
        Assert.AreEqual(world.Clock.Now.UtcDateTime, world.Row(id)["cov_senton"]);
        Assert.AreSequenceEqual(
            [new DeliveredMail("Registration REG-000017", "relay@example.com",
                world.Folder[Path.Combine("mails", "relay@example.com - Registration REG-000017.html")])],
            world.Graph.Delivered);
        Assert.AreSequenceEqual([GraphOperation.CreateDraft, GraphOperation.Send], world.Graph.Requests.Select(request => request.Operation));
    }

    [TestMethod]
    public async Task What_is_not_due_yet_waits()
    {
        await using var world = await MailWorld.Create();
        var later = world.Add("later");
        world.Service.Update(new Entity("cov_notification", later) { ["cov_notbefore"] = world.Clock.Now.UtcDateTime.AddMinutes(5) });

        Assert.IsEmpty((await world.Run()).Reports);
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.Run();

        Assert.AreEqual("Sent", world.Status(later));
    }

    [TestMethod]
    public async Task Many_notifications_go_out_in_the_order_in_which_they_were_made()
    {
        await using var world = await MailWorld.Create();
        for (var i = 0; i < 60; i++)
        {
            world.Add($"{i:00}");
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var pass = await world.Run();

        Assert.HasCount(60, world.Graph.Delivered);
        Assert.AreSequenceEqual(
            Enumerable.Range(0, 60).Select(i => $"Registration {i:00}"), pass.Reports.Select(report => report.Subject));
    }

    [TestMethod]
    [DataRow("no.such.template", MailWorld.Data, "a@example.com", "There is no mail template 'no.such.template'; there are dispute.decided, registration.decided, statement.issued.")]
    [DataRow("registration.decided", "{", "a@example.com", "The data of the notification don't fit the template 'registration.decided': ")]
    [DataRow("registration.decided", "{}", "a@example.com", "The data of the notification don't fit the template 'registration.decided': ")]
    [DataRow("registration.decided", MailWorld.Data, "nobody", "'nobody' is no mail address.")]
    public async Task A_notification_that_no_mail_can_be_made_of_fails_with_its_reason_and_never_reaches_Graph(
        string template, string data, string recipient, string reason)
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017", template, data, recipient);

        await world.Run();

        Assert.AreEqual("Failed", world.Status(id));
        Assert.StartsWith(reason, (string)world.Row(id)["cov_error"]!);
        Assert.IsEmpty(world.Graph.Requests);
    }

    [TestMethod]
    public async Task A_draft_that_has_vanished_is_not_written_again_but_shown_to_a_person()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");
        world.Service.Update(new Entity("cov_notification", id) { ["cov_externalid"] = "gone" });

        await world.Run();

        Assert.AreEqual("Failed", world.Status(id));
        Assert.StartsWith("The mail that was written for it is not in the mailbox any more", (string)world.Row(id)["cov_error"]!);
        Assert.IsEmpty(world.Graph.Delivered);
    }

    [TestMethod]
    public async Task Of_two_senders_at_once_one_gets_the_row()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");
        NotificationPass? other = null;
        var service = new HookedService(world.Service, 1, () => other = world.Run(name: "two").GetAwaiter().GetResult());

        var pass = await world.Run(service);

        Assert.AreEqual(NotificationOutcome.Taken, pass.Reports.Single().Outcome);
        Assert.AreEqual(NotificationOutcome.Sent, other!.Reports.Single().Outcome);
        Assert.AreEqual("Sent", world.Status(id));
        Assert.HasCount(1, world.Graph.Delivered);
    }

    [TestMethod]
    [DataRow(2, DisplayName = "before it kept its draft")]
    [DataRow(3, DisplayName = "before it said that it failed")]
    public async Task A_sender_that_slept_until_its_claim_lapsed_does_not_send_what_another_sent(int update)
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");
        if (update == 3)
            world.Graph.Faults.Next(GraphOperation.Send, GraphFault.Refuse(500));
        var service = new HookedService(world.Service, update, () =>
        {
            world.Clock.Advance(TimeSpan.FromHours(1));
            world.Run(name: "two").GetAwaiter().GetResult();
        });

        await world.Run(service);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Run();

        Assert.HasCount(1, world.Graph.Delivered);
        Assert.AreEqual("Sent", world.Status(id));
    }

    [TestMethod]
    public async Task A_mailbox_that_was_restarted_still_knows_what_was_sent()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");
        await world.Run();
        await using var restarted = await LoopbackGraph.StartAsync(world.Folder["mails"]);
        Assert.AreSequenceEqual(world.Graph.Delivered, restarted.Delivered);
        Assert.AreEqual(0, restarted.Drafts);
        Assert.AreEqual("Sent", world.Status(id));
    }
}
