using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Pipeline;

[TestClass]
public sealed class StepSettingsOfSteps
{
    private static readonly Guid Configured = new("56000000-0000-0000-0000-000000000001");

    [TestMethod]
    public void What_a_class_declares_goes_to_its_constructor()
    {
        using var world = new World(plugins: true);

        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });

        var system = world.Dataverse.SystemUserId;
        CollectionAssert.AreEqual(
            new[] { $"declared/ user {system} initiating {system} CrmAddon.Local.Tests.Plugins.Configured: Create of fix_note" }, world.Traces());
    }

    [TestMethod]
    public void Settings_of_the_environment_come_before_what_the_class_declares()
    {
        using var world = World(new StepSettings { Configuration = "set", SecureConfiguration = "hidden" });

        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });

        StringAssert.StartsWith(world.Traces().Single(), "set/hidden user ");
    }

    [TestMethod]
    public void A_step_can_run_as_a_user_of_its_own()
    {
        var user = new Guid("77777777-0000-0000-0000-000000000001");
        using var world = World(new StepSettings { RunAs = user });
        world.Service.Create(new Entity("systemuser", user)
        {
            ["lastname"] = "Robot",
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        world.Dataverse.AssignRole(user, "System Administrator");

        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });

        StringAssert.Contains(world.Traces().Single(), $"user {user} initiating {world.Dataverse.SystemUserId}");
        Assert.AreEqual(user, world.All("fix_trace", "createdby").Single().GetAttributeValue<EntityReference>("createdby")!.Id);
        Assert.AreEqual(
            world.Dataverse.SystemUserId, world.All("fix_note", "createdby").Single().GetAttributeValue<EntityReference>("createdby")!.Id);
    }

    [TestMethod]
    public void A_disabled_step_does_not_run()
    {
        using var world = World(new StepSettings { Disabled = true });

        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });

        Assert.IsEmpty(world.Traces());
    }

    [TestMethod]
    public void Settings_of_no_step_are_refused_at_the_start()
    {
        var error = Assert.ThrowsExactly<SolutionException>(() => new World(
            plugins: true, steps: new Dictionary<Guid, StepSettings> { [new Guid("99999999-0000-0000-0000-000000000009")] = new() }));

        StringAssert.Contains(error.Message, "which no plug-in assembly declares");
    }

    [TestMethod]
    public void A_step_changes_what_Retrieve_answers()
    {
        using var world = new World(plugins: true);
        var id = world.Service.Create(new Entity("fix_note") { ["fix_text"] = "secret" });

        Assert.AreEqual("***", world.Service.Retrieve("fix_note", id, new ColumnSet("fix_text"))["fix_text"]);
    }

    [TestMethod]
    public void Steps_change_what_RetrieveMultiple_asks_and_answers_but_not_the_callers_query()
    {
        using var world = new World(plugins: true);
        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "secret" });
        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "open" });
        var query = new QueryExpression("fix_note") { ColumnSet = new ColumnSet("fix_text") };

        var rows = world.Service.RetrieveMultiple(query).Entities;

        Assert.AreEqual("open!", rows.Single()["fix_text"]);
        Assert.IsEmpty(query.Criteria.Conditions);
    }

    [TestMethod]
    public void A_query_travels_to_an_asynchronous_step()
    {
        using var world = new World(plugins: true);
        world.Service.Create(new Entity("fix_contract") { ["fix_text"] = "quick" });
        var query = new QueryExpression("fix_contract") { ColumnSet = new ColumnSet("fix_text") };
        query.Criteria.AddCondition("fix_text", ConditionOperator.Equal, "quick");

        world.Service.RetrieveMultiple(query);
        world.Dataverse.Async.RunUntilIdle();

        CollectionAssert.AreEqual(new[] { "asked fix_contract for fix_text where fix_text, got 1" }, world.Traces());
    }

    private static World World(StepSettings settings) =>
        new(plugins: true, steps: new Dictionary<Guid, StepSettings> { [Configured] = settings });
}
