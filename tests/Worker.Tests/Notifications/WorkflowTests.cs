using System;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Notifications.Graph;
using CrmAddon.Worker.Notifications.Teams;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed class WorkflowTests
{
    private const int Workflow = 770000001;

    [TestMethod]
    public async Task A_card_is_sent_once_to_the_partner_s_own_workflow()
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var id = Add(world, "REG-000017", teams.Address.AbsoluteUri);
        Add(world, "REG-000018", null);

        var pass = await Run(world);
        await Run(world);

        Assert.AreEqual(("Sent", 1), (world.Status(id), teams.Cards.Count));
        Assert.AreEqual(world.Clock.Now.UtcDateTime, world.Row(id)["cov_senton"]);
        Assert.AreEqual(new NotificationReport(id, "Registration REG-000017", "Relay", NotificationOutcome.Sent, null), pass.Reports[0]);
        Assert.IsEmpty(world.Graph.Requests);
        var card = teams.Cards[0]["attachments"]![0]!;
        Assert.AreEqual("application/vnd.microsoft.card.adaptive", (string?)card["contentType"]);
        Assert.AreEqual("Registration REG-000017 is approved", (string?)card["content"]!["body"]![0]!["inlines"]![0]!["text"]);
    }

    [TestMethod]
    public async Task Without_an_address_that_may_be_called_it_fails_and_nothing_is_called()
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var none = Add(world, "none", null);
        var foreign = Add(world, "foreign", "https://logic.azure.com.example.com/?sig=secret");
        var file = Add(world, "file", "file:///etc/passwd");

        await Run(world);

        Assert.AreEqual(("Failed", "Failed", "Failed"), (world.Status(none), world.Status(foreign), world.Status(file)));
        Assert.StartsWith("The partner has no workflow in Teams", (string)world.Row(none)["cov_error"]!);
        Assert.StartsWith("The address of the partner's workflow in Teams is none of Power Automate.", (string)world.Row(foreign)["cov_error"]!);
        Assert.DoesNotContain("secret", (string)world.Row(foreign)["cov_error"]!);
    }

    [TestMethod]
    [DataRow("https://prod-23.westeurope.logic.azure.com:443/workflows/1?sig=2", true)]
    [DataRow("https://default1.73.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1?sig=2", true)]
    [DataRow("http://prod-23.westeurope.logic.azure.com/workflows/1", false)]
    [DataRow("https://evillogic.azure.com/", false)]
    [DataRow("http://127.0.0.1/", false)]
    [DataRow("https://169.254.169.254/metadata", false)]
    public void Only_workflows_of_Power_Automate_may_be_called(string address, bool may) => Assert.AreEqual(may, new TeamsOptions().Allows(new Uri(address)));

    [TestMethod]
    [DataRow(429, "40", 40)]
    [DataRow(503, null, 60)]
    [DataRow(500, null, 60)]
    public async Task A_refusal_for_now_is_tried_again_when_it_may_and_keeps_no_other_back(int status, string? retryAfter, int seconds)
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var first = Add(world, "1", teams.Address.AbsoluteUri);
        var second = Add(world, "2", teams.Address.AbsoluteUri);
        var mail = world.Add("3");
        teams.Next(status, retryAfter);

        var pass = await Run(world);
        Assert.IsNull(pass.PausedUntil);
        Assert.AreEqual(("Pending", "Sent", "Sent"), (world.Status(first), world.Status(second), world.Status(mail)));
        Assert.AreEqual(world.Clock.Now.UtcDateTime.AddSeconds(seconds), world.Row(first)["cov_notbefore"]);

        world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await Run(world);
        Assert.AreEqual(("Sent", 3), (world.Status(first), teams.Cards.Count));
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(404)]
    [DataRow(410)]
    [DataRow(302)]
    public async Task A_workflow_that_is_gone_ends_the_row_with_what_to_do(int status)
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var id = Add(world, "1", teams.Address.AbsoluteUri);
        teams.Next(status);

        await Run(world);

        Assert.AreEqual("Failed", world.Status(id));
        Assert.StartsWith($"The partner's workflow in Teams answered {status}", (string)world.Row(id)["cov_error"]!);
        Assert.IsFalse(world.Row(id).Contains("cov_externalid"));
        world.Service.Update(new Entity("cov_notification", id) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1) });
        await Run(world);
        Assert.AreEqual("Sent", world.Status(id));
    }

    [TestMethod]
    public async Task Where_nobody_can_say_whether_it_arrived_it_is_not_sent_again_but_shown_to_a_person()
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var id = Add(world, "1", teams.Address.AbsoluteUri);
        teams.NextBreaks();

        await Run(world);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await Run(world);

        Assert.AreEqual(("Failed", 1), (world.Status(id), teams.Cards.Count));
        Assert.Contains("nobody can say whether the card has arrived", (string)world.Row(id)["cov_error"]!);
    }

    [TestMethod]
    public async Task However_a_sender_is_killed_no_card_is_sent_twice_and_none_is_lost_in_silence()
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var wasUnclear = false;
        for (var call = 1; ; call++)
        {
            foreach (var afterwards in new[] { false, true })
            {
                var sent = teams.Cards.Count;
                var id = Add(world, $"{call} {afterwards}", teams.Address.AbsoluteUri);
                var service = new InterruptedService(world.Service, call, afterwards);
                try
                {
                    await Run(world, service);
                    Assert.IsLessThan(call, service.Calls);
                    Assert.IsTrue(wasUnclear);
                    return;
                }
                catch (KilledException)
                {
                    world.Clock.Advance(TimeSpan.FromHours(1));
                    await Run(world);
                }

                sent = teams.Cards.Count - sent;
                var status = world.Status(id);
                Assert.IsTrue((status, sent) is ("Sent", 1) or ("Failed", 0 or 1), $"{call}: {status} with {sent} cards");
                wasUnclear |= status == "Failed";
                if (status == "Failed")
                    Assert.StartsWith("A sender was stopped while it sent the card: nobody can say", (string)world.Row(id)["cov_error"]!);
            }
        }
    }

    [TestMethod]
    public async Task A_workflow_that_can_t_be_reached_is_tried_again()
    {
        await using var world = await MailWorld.Create();
        var teams = new LoopbackWorkflow();
        await teams.DisposeAsync();
        var id = Add(world, "1", teams.Address.AbsoluteUri);

        await Run(world);

        Assert.AreEqual("Pending", world.Status(id));
        Assert.AreEqual("The partner's workflow in Teams can't be reached (ConnectionError).", world.Row(id)["cov_error"]);
    }

    [TestMethod]
    [DataRow(true, "Sent")]
    [DataRow(false, "Failed")]
    public async Task The_role_Integration_and_the_profile_of_the_address_are_enough(bool profile, string status)
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var id = Add(world, "1", teams.Address.AbsoluteUri);
        var mail = world.Add("2");

        await Run(world, world.AsWorker(profile ? ["Partner Programs - Teams address"] : []));

        Assert.AreEqual((status, "Sent"), (world.Status(id), world.Status(mail)));
        if (!profile)
            Assert.Contains("Partner Programs - Teams address", (string)world.Row(id)["cov_error"]!);
    }

    [TestMethod]
    public async Task A_mailbox_that_rests_keeps_no_card_back()
    {
        await using var world = await MailWorld.Create();
        await using var teams = new LoopbackWorkflow();
        var mail = world.Add("1");
        var card = Add(world, "2", teams.Address.AbsoluteUri);
        world.Graph.Faults.Next(GraphOperation.CreateDraft, GraphFault.Refuse(429, "40"));

        var pass = await Run(world);

        Assert.AreEqual(world.Clock.Now.AddSeconds(40), pass.PausedUntil);
        Assert.AreEqual(("Pending", "Sent"), (world.Status(mail), world.Status(card)));
    }

    private static Guid Add(MailWorld world, string key, string? address)
    {
        var id = world.Add(key, recipient: "Relay");
        world.Service.Update(new Entity("cov_notification", id)
        {
            ["cov_channel"] = new OptionSetValue(Workflow),
            ["cov_partnerid"] = new EntityReference("cov_partner", world.Service.Create(new Entity("cov_partner")
            {
                ["cov_name"] = "Relay",
                ["cov_code"] = "Relay " + key,
                ["cov_teamsworkflowurl"] = address,
            })),
        });
        return id;
    }

    private static async Task<NotificationPass> Run(MailWorld world, IOrganizationService? service = null)
    {
        using var sender = new NotificationSender(
            service ?? world.Service,
            new GraphMailOptions { BaseUrl = world.Graph.BaseUrl, Mailbox = "partners@example.com" },
            new NotificationSenderOptions { Name = "one" },
            world.Clock,
            new TeamsOptions { Hosts = { "127.0.0.1", "logic.azure.com" } });
        return await sender.RunAsync();
    }
}
