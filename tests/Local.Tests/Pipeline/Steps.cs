using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.Pipeline;

[TestClass]
public sealed class Steps
{
    [TestMethod]
    public void A_plug_ins_own_number_is_a_detail_of_its_fault()
    {
        using var world = new World(plugins: true);

        var fault = World.Fault(() => world.Order(("fix_notes", "refuse by number")));

        Assert.AreEqual((ErrorCodes.IsvAborted, "Refused by number."), (fault.ErrorCode, fault.Message));
        Assert.AreEqual(12345, fault.ErrorDetails["SubErrorCode"]);
        Assert.AreEqual((int)OperationStatus.Canceled, fault.ErrorDetails["OperationStatus"]);
    }

    [TestMethod]
    public void Stages_run_in_order_with_rank_shared_variables_images_and_the_targets_changes()
    {
        using var world = new World(plugins: true);

        var id = world.Order(("fix_notes", "trace"), ("fix_amount", new Money(5)));

        CollectionAssert.AreEqual(
            new[]
            {
                "Create 10 depth 1 tx False shared  image -",
                "first",
                "Create 20 depth 1 tx True shared stamped image -",
                "Create 40 depth 1 tx True shared stamped image fix_amount,fix_number,fix_orderid",
            },
            world.Traces());
        Assert.AreEqual(7, world.Row("fix_order", id)["fix_quantity"], "written by a step before the operation");
    }

    [TestMethod]
    public void A_filter_lets_only_its_columns_through_and_images_have_only_theirs()
    {
        using var world = new World(plugins: true);
        var id = world.Order(("fix_amount", new Money(5)));

        world.Service.Update(new Entity("fix_order", id) { ["fix_quantity"] = 1 });
        world.Service.Update(new Entity("fix_order", id) { ["fix_amount"] = new Money(6) });
        world.Service.Delete("fix_order", id);

        CollectionAssert.AreEqual(
            new[] { "Update: 5 -> 6 (fix_amount,fix_orderid)", "Delete: 6 ->  (fix_name,fix_amount,fix_orderid)" },
            world.Traces().Select(t => t.Replace("fix_amount,fix_name", "fix_name,fix_amount", StringComparison.Ordinal)).ToArray());
    }

    [TestMethod]
    public void A_refusal_undoes_everything_and_says_its_own_sentence()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.IsvAborted, "Orders of this kind are refused.", () => world.Order(("fix_notes", "refuse")));

        Assert.IsEmpty(world.All("fix_order"));
        Assert.IsEmpty(world.Traces());
        Assert.IsEmpty(world.All("asyncoperation"));
        Assert.AreEqual("ORD-01001", world.Row("fix_order", world.Order())["fix_number"], "a number that was given is not given again");
    }

    [TestMethod]
    public void Another_exception_is_an_unexpected_error_with_the_trace()
    {
        using var world = new World(plugins: true);

        var fault = World.Fault(() => world.Order(("fix_notes", "crash")));

        Assert.AreEqual(ErrorCodes.IsvUnExpected, fault.ErrorCode);
        StringAssert.Contains(fault.Message!, "System.InvalidOperationException: boom");
        Assert.AreEqual("about to crash at 1.5", fault.TraceText!.Trim());
        Assert.IsEmpty(world.All("fix_order"));
    }

    [TestMethod]
    public void A_refusal_deep_inside_reaches_the_caller_and_undoes_the_outer_row_too()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.IsvAborted, "Orders of this kind are refused.", () => world.Order(("fix_notes", "nested refusal")));

        Assert.IsEmpty(world.All("fix_order"));
    }

    [TestMethod]
    public void Requests_go_eight_deep_and_no_deeper()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.SdkCorrelationTokenDepthTooHigh, "infinite loop", () => world.Order(("fix_notes", "loop")));

        Assert.IsEmpty(world.All("fix_order"));
    }

    [TestMethod]
    public void A_failed_write_that_a_step_ignores_still_fails_the_operation()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.IsvReducedTransactionCount, "ISV code reduced the open transaction count", () => world.Order(("fix_notes", "swallow")));
        Assert.IsEmpty(world.All("fix_order"));

        world.Order(("fix_notes", "swallow a missing row"));
        Assert.HasCount(1, world.All("fix_order"), "a failed read does no harm");
    }

    [TestMethod]
    public void Batches_are_refused_inside_a_synchronous_step()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.InvalidArgument, "can't be sent by a synchronous step", () => world.Order(("fix_notes", "batch")));
    }

    [TestMethod]
    public void A_step_can_work_as_the_system_user()
    {
        using var world = new World(plugins: true);
        var user = world.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = "Smith",
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        world.Dataverse.AssignRole(user, "System Administrator");

        world.Dataverse.CreateService(user).Create(World.OrderRow(("fix_notes", "as system")));

        var owners = world.All("fix_order", "fix_name", "ownerid").ToDictionary(o => (string)o["fix_name"]!, o => ((EntityReference)o["ownerid"]!).Id);
        Assert.AreEqual(user, owners["order"]);
        Assert.AreEqual(world.Dataverse.SystemUserId, owners["of the system"]);
    }

    [TestMethod]
    public void A_single_message_runs_the_steps_of_its_multiple_sibling()
    {
        using var world = new World(plugins: true);
        var order = new EntityReference("fix_order", world.Order());
        var line = world.Service.Create(new Entity("fix_line") { ["fix_text"] = "a", ["fix_orderid"] = order });
        world.Service.Update(new Entity("fix_line", line) { ["fix_text"] = "b" });
        world.Service.Update(new Entity("fix_line", line) { ["fix_units"] = 1.5m });

        CollectionAssert.AreEqual(
            new[]
            {
                "CreateMultiple of 1, images of 0",
                "Create a depth 1 parent Create ",
                "UpdateMultiple of 1, images of 1",
                "Update  depth 1 parent Update ",
            },
            world.Traces());
    }

    [TestMethod]
    public void A_multiple_message_runs_the_steps_of_its_single_sibling_for_each_row()
    {
        using var world = new World(plugins: true);
        var order = new EntityReference("fix_order", world.Order());

        var created = (CreateMultipleResponse)world.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([Line("a"), Line("b")]) { EntityName = "fix_line" },
        });
        world.Service.Execute(new UpdateMultipleRequest
        {
            Targets = new EntityCollection(
            [
                new Entity("fix_line", created.Ids[0]) { ["fix_units"] = 1m },
                new Entity("fix_line", created.Ids[1]) { ["fix_text"] = "c" },
            ]) { EntityName = "fix_line" },
        });

        CollectionAssert.AreEqual(
            new[]
            {
                "CreateMultiple of 2, images of 0",
                "Create a depth 1 parent Create ",
                "Create b depth 1 parent Create ",
                "UpdateMultiple of 2, images of 2",
                "Update  depth 1 parent Update ",
            },
            world.Traces());

        Entity Line(string text) => new("fix_line") { ["fix_text"] = text, ["fix_orderid"] = order };
    }

    [TestMethod]
    public void Columns_that_only_name_a_row_are_no_part_of_its_update()
    {
        using var world = new World(plugins: true);
        var order = new EntityReference("fix_order", world.Order());
        UpsertRequest Request(decimal units) => new()
        {
            Target = new Entity("fix_line") { KeyAttributes = { ["fix_orderid"] = order, ["fix_text"] = "a" }, ["fix_units"] = units },
        };

        world.Service.Execute(Request(1));
        world.Service.Execute(Request(2));

        CollectionAssert.AreEqual(
            new[] { "CreateMultiple of 1, images of 0", "Create a depth 1 parent Create ", "UpdateMultiple of 1, images of 1", "Update  depth 1 parent Update " },
            world.Traces());
    }

    [TestMethod]
    public void State_and_other_columns_go_through_the_steps_one_after_the_other()
    {
        using var world = new World(plugins: true);
        var id = world.Order();

        world.Service.Update(new Entity("fix_order", id) { ["statuscode"] = new OptionSetValue(2), ["fix_quantity"] = 99 });

        CollectionAssert.AreEqual(new[] { "10: fix_quantity,statuscode", "20: fix_quantity", "20: statuscode" }, world.Traces());
        var row = world.Row("fix_order", id);
        Assert.AreEqual((2, 99), (((OptionSetValue)row["statuscode"]!).Value, row["fix_quantity"]));
    }

    [TestMethod]
    public void SetState_has_steps_of_its_own()
    {
        using var world = new World(plugins: true);
        var id = world.Order();

        world.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("fix_order", id),
            State = new OptionSetValue(1),
            Status = new OptionSetValue(3),
        });

        CollectionAssert.AreEqual(new[] { "SetState 1 -> 3" }, world.Traces());
        Assert.AreEqual("Closed", world.Row("fix_order", id).FormattedValues["statecode"]);
    }

    [TestMethod]
    public void A_nested_step_sees_its_parents_context()
    {
        using var world = new World(plugins: true);

        world.Order(("fix_notes", "line"));

        CollectionAssert.Contains(world.Traces(), "Create auto depth 2 parent Create ");
    }

    [TestMethod]
    public void A_step_of_a_table_that_does_not_exist_is_refused_at_the_start()
    {
        using var copy = new SolutionCopy();
        System.IO.Directory.Delete(System.IO.Path.Combine(copy.Path, "Entities", "fix_Line"), recursive: true);

        var error = Assert.ThrowsExactly<SolutionException>(() => LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = System.IO.Path.Combine(copy.Path, "x.db"),
            SolutionFolders = [World.Base, copy.Path],
            PluginAssemblies = [World.Plugins],
        }));

        StringAssert.Contains(error.Message, "the table fix_line, which no solution declares");
    }
}
