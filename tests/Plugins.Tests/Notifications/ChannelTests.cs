using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Notifications;

/// <summary>How a partner is told: by mail unless it is switched off, and in its own Teams where it has a workflow for that.</summary>
[TestClass]
public sealed class ChannelTests
{
    private const string Workflow = "https://prod-1.westeurope.logic.azure.com/workflows/1?sig=secret";

    [TestMethod]
    [DataRow(true, null, "Mail relay@example.com Pending")]
    [DataRow(true, " ", "Mail relay@example.com Pending")]
    [DataRow(true, Workflow, "Mail relay@example.com Pending, Teams Relay Pending")]
    [DataRow(false, Workflow, "Teams Relay Pending")]
    [DataRow(false, null, "")]
    public void A_partner_is_told_as_it_wants_to_be(bool mail, string? workflow, string told)
    {
        using var world = new World();
        Decide(world, partner =>
        {
            partner[Partner.MailEnabled] = mail;
            partner[Partner.TeamsWorkflow] = workflow;
        });
        Assert.AreEqual(told, Told(world));
    }

    [TestMethod]
    public void A_partner_without_an_address_is_still_told_in_Teams()
    {
        using var world = new World();
        Decide(world, partner =>
        {
            partner[Partner.Email] = null;
            partner[Partner.TeamsWorkflow] = Workflow;
        });
        Assert.AreEqual("Mail  Failed, Teams Relay Pending", Told(world));
    }

    [TestMethod]
    public void The_address_of_the_workflow_is_in_no_row_of_the_outbox()
    {
        using var world = new World();
        Decide(world, partner => partner[Partner.TeamsWorkflow] = Workflow);
        foreach (var row in world.Rows(Notification.Table))
            Assert.IsFalse(world.Row(Notification.Table, row.Id).Attributes.Values.Any(value => value is string text && text.Contains("secret", StringComparison.Ordinal)));
    }

    private static void Decide(World world, Action<Entity> set)
    {
        var partner = world.Partner("Relay");
        var row = new Entity(Partner.Table, partner);
        set(row);
        world.Service.Update(row);
        var claim = world.Service.Create(new Entity(DealRegistration.Table)
        {
            [DealRegistration.Program] = new EntityReference(Tables.Program.Table, world.Program),
            [DealRegistration.Partner] = new EntityReference(Partner.Table, partner),
            [DealRegistration.Customer] = new EntityReference(Account.Table, world.Customer("Larkspur")),
            [DealRegistration.Role] = Roles.OptionOf("Reseller"),
        });
        world.Service.Update(World.Status(DealRegistration.Table, claim, 0, DealRegistration.StatusOf.Submitted));
        world.Service.Update(World.Status(DealRegistration.Table, claim, 0, DealRegistration.StatusOf.Approved));
    }

    private static string Told(World world) => string.Join(", ", world
        .Rows(Notification.Table, Notification.Channel, Notification.Recipient, Notification.Status)
        .Select(row => string.Join(" ",
            row.Option(Notification.Channel) == Notification.ChannelOf.Mail ? "Mail" : "Teams",
            row.Text(Notification.Recipient),
            row.Option(Notification.Status) == Notification.StatusOf.Pending ? "Pending" : "Failed"))
        .Order(StringComparer.Ordinal));
}
