using System;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed class KilledSenderTests
{
    [TestMethod]
    [DataRow(false, "one")]
    [DataRow(true, "one")]
    [DataRow(false, "another")]
    [DataRow(true, "another")]
    public async Task A_sender_killed_at_any_call_of_the_CRM_and_started_again_delivers_once(bool afterwards, string successor)
    {
        var died = true;
        for (var call = 1; died; call++)
        {
            await using var world = await MailWorld.Create();
            var id = world.Add("REG-000017");
            var service = new InterruptedService(world.Service, call, afterwards);
            try
            {
                await world.Run(service);
                died = false;
                Assert.AreEqual(8, service.Calls, "due, claim, read, keep, read, mark, due, due in Teams");
            }
            catch (KilledException)
            {
                world.Clock.Advance(successor == "one" ? TimeSpan.Zero : TimeSpan.FromMinutes(11));
                await world.Run(name: successor);
            }

            Assert.HasCount(1, world.Graph.Delivered, $"killed at call {call}");
            Assert.AreEqual("Sent", world.Status(id));
            Assert.AreEqual(0, world.Graph.Drafts);
        }
    }

    [TestMethod]
    [DataRow(GraphOperation.CreateDraft)]
    [DataRow(GraphOperation.Send)]
    public async Task Whatever_becomes_of_a_request_the_mail_arrives_once(GraphOperation operation)
    {
        GraphFault[] faults =
        [
            GraphFault.Drop(), GraphFault.DropAfterwards(),
            GraphFault.Refuse(429, "7"), GraphFault.RefuseAfterwards(429, "7"), GraphFault.Refuse(429),
            GraphFault.Refuse(503, "120"), GraphFault.RefuseAfterwards(503, "120"), GraphFault.RefuseAfterwards(503),
            GraphFault.Refuse(500), GraphFault.RefuseAfterwards(500), GraphFault.RefuseAfterwards(504), GraphFault.Refuse(401),
            GraphFault.RefuseAfterwards(404),
        ];
        foreach (var fault in faults)
        {
            await using var world = await MailWorld.Create();
            var id = world.Add("REG-000017");
            world.Graph.Faults.Next(operation, fault);

            await world.Run();
            Assert.IsTrue(world.Status(id) is "Pending" or "Sent", $"{fault}: {world.Status(id)}");
            world.Clock.Advance(TimeSpan.FromHours(2));
            await world.Run();

            Assert.HasCount(1, world.Graph.Delivered, fault.ToString());
            Assert.AreEqual("Sent", world.Status(id));
            Assert.AreEqual(0, world.Graph.Drafts, fault.ToString());
        }
    }

    [TestMethod]
    public async Task Faults_in_a_row_at_every_step_still_deliver_once()
    {
        await using var world = await MailWorld.Create();
        var id = world.Add("REG-000017");
        world.Graph.Faults.Next(GraphOperation.CreateDraft, GraphFault.DropAfterwards());
        world.Graph.Faults.Next(GraphOperation.Find, GraphFault.Refuse(503, "60"));
        world.Graph.Faults.Next(GraphOperation.Find, GraphFault.Drop());
        world.Graph.Faults.Next(GraphOperation.Send, GraphFault.Refuse(429, "60"));
        world.Graph.Faults.Next(GraphOperation.Send, GraphFault.RefuseAfterwards(503));
        for (var i = 0; i < 8; i++)
        {
            await world.Run();
            world.Clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.HasCount(1, world.Graph.Delivered);
        Assert.AreEqual(1, world.Count(GraphOperation.CreateDraft));
        Assert.AreEqual(2, world.Count(GraphOperation.Send));
        Assert.AreEqual("Sent", world.Status(id));
    }
}
