using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Work;

/// <summary>What a person may do to a work item: ask for it again.</summary>
[TestClass]
public sealed class WorkItemTests
{
    [TestMethod]
    public void A_work_item_is_asked_for_again_and_not_turned_to_something_else()
    {
        using var world = new World();
        Used(world);
        var item = world.Rows(WorkItem.Table, WorkItem.Kind).Single(row => row.Option(WorkItem.Kind) == WorkItem.KindOf.JudgeUsage).Id;
        foreach (var change in new Action[]
        {
            () => world.Change(WorkItem.Table, item, WorkItem.Customer, new EntityReference(Account.Table, world.Customer("Fennel"))),
            () => world.Change(WorkItem.Table, item, WorkItem.Kind, new OptionSetValue(WorkItem.KindOf.CloseMonth)),
            () => world.Change(WorkItem.Table, item, WorkItem.Month, World.FirstOf("2026-02")),
            () => world.Change(WorkItem.Table, item, WorkItem.Key, "another"),
        })
            Assert.Contains("can only be asked for again", World.Refusal(change));

        var again = World.Status(WorkItem.Table, item, WorkItem.StateOf.Waiting, WorkItem.StatusOf.Waiting);
        again[WorkItem.RequestedOn] = World.Day("2026-03-10");
        world.Service.Update(again);
        Assert.Contains("can only be asked for again", World.Refusal(
            () => world.Service.Update(World.Status(WorkItem.Table, item, WorkItem.StateOf.Done, WorkItem.StatusOf.Done))));
        Assert.Contains("can only be asked for again", World.Refusal(
            () => world.Change(WorkItem.Table, item, WorkItem.State, new OptionSetValue(WorkItem.StateOf.Done))));
        world.Settle();
        Assert.AreEqual(WorkItem.StatusOf.Done, world.Row(WorkItem.Table, item).Option(WorkItem.Status));
    }

    [TestMethod]
    public void A_work_item_posts_nothing_of_a_month_that_is_not_being_closed()
    {
        using var world = new World();
        Used(world);
        world.Service.Create(new Entity(WorkItem.Table)
        {
            [WorkItem.Key] = "by hand",
            [WorkItem.Name] = "by hand",
            [WorkItem.Program] = new EntityReference(Tables.Program.Table, world.Program),
            [WorkItem.Partner] = new EntityReference(Partner.Table, world.PartnerNamed("Skyops")),
            [WorkItem.Kind] = new OptionSetValue(WorkItem.KindOf.CloseMonth),
            [WorkItem.Month] = World.FirstOf("2026-01"),
            [WorkItem.RequestedOn] = World.Day("2026-03-10"),
        });
        world.Settle();
        Assert.AreEqual("Skyops 2026-01 accrual in 2026-01: 50.00 provisional", world.Entries());
        Assert.AreEqual("", world.Statements());
    }

    [TestMethod]
    public void The_close_of_a_month_asked_for_again_changes_nothing()
    {
        using var world = new World();
        Used(world);
        world.Close("2026-01");
        var before = world.Everything();
        var item = world.Rows(WorkItem.Table, WorkItem.Kind).Single(row => row.Option(WorkItem.Kind) == WorkItem.KindOf.CloseMonth).Id;
        var again = World.Status(WorkItem.Table, item, WorkItem.StateOf.Waiting, WorkItem.StatusOf.Waiting);
        again[WorkItem.RequestedOn] = World.Day("2026-03-10");
        world.Service.Update(again);
        world.Settle();
        Assert.AreEqual(before, world.Everything());
    }

    private static Guid Used(World world)
    {
        var customer = world.Customer("Larkspur");
        world.Engage(customer, world.Partner("Skyops"), "MSP", "2026-01-01");
        world.Use(customer, "2026-01", 1_000m);
        world.Settle();
        return customer;
    }
}
