using System;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Pipeline;

[TestClass]
public sealed class SandboxRules
{
    private static readonly PlatformRules Short = PlatformRules.Default with { TimeLimit = TimeSpan.FromMilliseconds(20) };

    [TestMethod]
    [DataRow("field", "_last")]
    [DataRow("property", "Last")]
    public void A_plugin_that_keeps_something_in_its_instance_is_refused(string what, string field)
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.IsvUnExpected, $"wrote its instance's field '{field}'", () => Contract(world, what));

        Assert.IsEmpty(world.All("fix_contract"));
    }

    [TestMethod]
    public void A_field_that_is_not_changed_is_no_harm()
    {
        using var world = new World(plugins: true);

        Contract(world, "same field");

        Assert.HasCount(1, world.All("fix_contract"));
    }

    [TestMethod]
    public void Without_the_rule_a_plugin_may_keep_what_it_likes()
    {
        using var world = new World(plugins: true, PlatformRules.Default with { InstanceState = false });

        Contract(world, "field");

        Assert.HasCount(1, world.All("fix_contract"));
    }

    [TestMethod]
    [DataRow("slow")]
    [DataRow("slow and quiet")]
    [DataRow("slow below")]
    public void A_step_that_takes_too_long_is_ended(string what)
    {
        using var world = new World(plugins: true, Short);

        World.Refused(ErrorCodes.IsvUnExpected, "System.TimeoutException: Couldn't complete execution of the", () => Contract(world, what));

        Assert.IsEmpty(world.All("fix_contract"));
        Assert.IsEmpty(world.Traces());
    }

    [TestMethod]
    public void Without_a_limit_it_may_take_its_time()
    {
        using var world = new World(plugins: true, PlatformRules.Default with { TimeLimit = null });

        Contract(world, "slow");

        CollectionAssert.AreEqual(new[] { "after the limit" }, world.Traces());
    }

    [TestMethod]
    public void A_second_thread_of_a_step_is_refused_and_blocks_nothing()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.InvalidArgument, "on a second thread", () => Contract(world, "parallel"));

        Assert.IsEmpty(world.All("fix_contract"));
    }

    [TestMethod]
    public void A_service_is_of_use_during_its_execution_only()
    {
        using var world = new World(plugins: true);
        Contract(world, "keep service");

        World.Refused(ErrorCodes.InvalidArgument, "after its execution had ended", () => Contract(world, "use kept service"));
    }

    [TestMethod]
    public void A_trace_keeps_its_last_ten_kilobytes()
    {
        using var world = new World(plugins: true);

        var trace = World.Fault(() => Contract(world, "talk")).TraceText!;

        Assert.IsLessThanOrEqualTo(10_240, trace.Length);
        Assert.IsGreaterThan(10_000, trace.Length);
        StringAssert.Contains(trace, "line 999 ");
        StringAssert.StartsWith(trace, "line ", "whole lines only");
    }

    [TestMethod]
    public void A_message_that_is_too_large_for_its_steps_is_refused()
    {
        using var world = new World(plugins: true, PlatformRules.Default with { MessageSize = 1000 });

        World.Refused(
            ErrorCodes.UnExpected,
            "Message size exceeded when sending context to Sandbox",
            () => world.Service.Create(new Entity("fix_contract") { ["fix_text"] = new string('x', 1100) }));
        world.Account(new string('x', 100)); // no step of accounts, no limit
    }

    [TestMethod]
    public void Batches_are_allowed_where_the_rule_is_off()
    {
        using var world = new World(plugins: true, PlatformRules.Default with { NoBatchInSynchronousSteps = false });

        world.Order(("fix_notes", "batch"));

        Assert.HasCount(1, world.All("fix_order"));
    }

    [TestMethod]
    public void A_fault_of_a_step_does_not_end_the_next_operation()
    {
        using var world = new World(plugins: true, Short);
        Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => Contract(world, "slow"));

        Contract(world, "quick");

        Assert.HasCount(1, world.All("fix_contract"));
    }

    private static void Contract(World world, string text) => world.Service.Create(new Entity("fix_contract") { ["fix_text"] = text });
}
