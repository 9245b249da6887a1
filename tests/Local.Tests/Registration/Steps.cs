using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.Registration;

[TestClass]
public sealed class Steps
{
    private const string Configured = "CrmAddon.Local.Tests.Plugins.Configured";
    private const string TraceOrders = "CrmAddon.Local.Tests.Plugins.TraceOrders";

    [TestMethod]
    public void Configuration_secure_configuration_and_user_reach_the_class()
    {
        using var world = WithFixture();
        var user = new Guid("77777777-0000-0000-0000-000000000001");
        world.Service.Create(new Entity("systemuser", user)
        {
            ["lastname"] = "Robot",
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        world.Dataverse.AssignRole(user, "System Administrator");
        var secret = world.Service.Create(new Entity("sdkmessageprocessingstepsecureconfig") { ["secureconfig"] = "hidden" });
        world.Step(
            Configured, "Create", "fix_note", ("name", "Configured by a row"), ("configuration", "open"),
            ("sdkmessageprocessingstepsecureconfigid", new EntityReference("sdkmessageprocessingstepsecureconfig", secret)),
            ("impersonatinguserid", new EntityReference("systemuser", user)));

        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });

        Assert.AreEqual($"open/hidden user {user} initiating {world.Dataverse.SystemUserId} Configured by a row", world.Traces().Single());
        world.Service.Update(new Entity("sdkmessageprocessingstepsecureconfig", secret) { ["secureconfig"] = "changed" });
        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });
        StringAssert.StartsWith(world.Traces().Last(), "open/changed ");
    }

    [TestMethod]
    public void Stages_ranks_and_images_are_those_of_the_rows()
    {
        using var world = WithFixture();
        world.Step(TraceOrders, "Create", "fix_order", ("stage", new OptionSetValue(20)), ("rank", 2));
        world.Step("CrmAddon.Local.Tests.Plugins.RankedFirst", "Create", "fix_order", ("stage", new OptionSetValue(20)), ("rank", 1));
        var after = world.Step(TraceOrders, "Create", "fix_order");
        world.Service.Create(RegisteringWorld.ImageRow(after, 1, "Id", "after", "fix_number,fix_amount"));

        world.Order(("fix_notes", "trace"), ("fix_number", "F1"), ("fix_amount", new Money(5m)));

        RegisteringWorld.AreEqual(
            """
            first
            Create 20 depth 1 tx True shared stamped image -
            Create 40 depth 1 tx True shared stamped image fix_amount,fix_number,fix_orderid
            """, world.Traces());
    }

    [TestMethod]
    public void Filtering_columns_decide_whether_an_update_concerns_a_step()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: changed"));
        var account = world.Account();
        world.Step("Emitted.One", "Update", "account", ("filteringattributes", "telephone1, emailaddress1"));

        world.Service.Update(new Entity("account", account) { ["name"] = "Other" });

        World.Refused(ErrorCodes.IsvAborted, "changed", () => world.Service.Update(new Entity("account", account) { ["emailaddress1"] = "a@example.com" }));
    }

    [TestMethod]
    public void A_step_without_a_filter_answers_every_table()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: kept"));
        var (account, order) = (world.Account(), world.Order());
        world.Step("Emitted.One", "Delete", null);

        World.Refused(ErrorCodes.IsvAborted, "kept", () => world.Service.Delete("account", account));
        World.Refused(ErrorCodes.IsvAborted, "kept", () => world.Service.Delete("fix_order", order));
    }

    [TestMethod]
    public void An_asynchronous_step_leaves_a_system_job_which_goes_when_the_row_says_so()
    {
        using var world = WithFixture();
        world.Step(
            "CrmAddon.Local.Tests.Plugins.Forgotten", "Create", "fix_note", ("mode", new OptionSetValue(1)), ("asyncautodelete", true), ("configuration", "later"));

        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });
        Assert.AreEqual(0, world.Traces().Length);
        Assert.HasCount(1, world.All("asyncoperation", "name"));

        world.Dataverse.Async.RunUntilIdle();

        Assert.AreEqual("forgotten 'later'", world.Traces().Single());
        Assert.IsEmpty(world.All("asyncoperation", "name"));
    }

    [TestMethod]
    public void A_job_whose_step_was_deleted_fails_and_says_so()
    {
        using var world = WithFixture();
        var step = world.Step("CrmAddon.Local.Tests.Plugins.Forgotten", "Create", "fix_note", ("mode", new OptionSetValue(1)));
        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });
        world.Service.Delete("sdkmessageprocessingstep", step);

        world.Dataverse.Async.RunUntilIdle();

        StringAssert.Contains(world.All("asyncoperation", "message").Single().GetAttributeValue<string>("message")!, "is no longer registered");
    }

    public static IEnumerable<object[]> Refusals =>
    [
        [ErrorCodes.ObjectDoesNotExist, "Entity 'sdkmessage' With Id", "sdkmessageid", new EntityReference("sdkmessage", Guid.NewGuid())],
        [ErrorCodes.ObjectDoesNotExist, "Entity 'sdkmessagefilter' With Id", "sdkmessagefilterid", new EntityReference("sdkmessagefilter", Guid.NewGuid())],
        [ErrorCodes.ObjectDoesNotExist, "Entity 'plugintype' With Id", "eventhandler", new EntityReference("plugintype", Guid.NewGuid())],
        [ErrorCodes.ObjectDoesNotExist, "Entity 'systemuser' With Id", "impersonatinguserid", new EntityReference("systemuser", Guid.NewGuid())],
        [ErrorCodes.InvalidArgument, "Invalid stage 30", "stage", new OptionSetValue(30)],
        [ErrorCodes.InvalidArgument, "Invalid stage 41", "stage", new OptionSetValue(41)],
        [ErrorCodes.PicklistValueOutOfRange, "The value 2", "mode", new OptionSetValue(2)],
        [ErrorCodes.QueryBuilderNoAttribute, "'account' entity doesn't contain attribute with Name = 'nowhere'", "filteringattributes", "name,nowhere"],
        [ErrorCodes.InvalidArgument, "Attribute: name cannot be set to NULL", "name", null!],
    ];

    [TestMethod]
    [DynamicData(nameof(Refusals))]
    public void What_does_not_fit_is_refused(int code, string part, string column, object? value)
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        World.Refused(code, part, () => world.Step("Emitted.One", "Update", "account", (column, value)));
        Assert.AreEqual("", world.Names("sdkmessageprocessingstep"));
    }

    [TestMethod]
    public void Asynchronous_steps_are_for_the_last_stage()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        World.Refused(
            ErrorCodes.InvalidArgument,
            "asynchronous steps can only be registered in the stage 40",
            () => world.Step("Emitted.One", "Create", "account", ("stage", new OptionSetValue(20)), ("mode", new OptionSetValue(1))));

        var step = world.Step("Emitted.One", "Create", "account", ("stage", new OptionSetValue(20)));
        World.Refused(
            ErrorCodes.InvalidArgument,
            "asynchronous steps can only be registered in the stage 40",
            () => world.Service.Update(new Entity("sdkmessageprocessingstep", step) { ["mode"] = new OptionSetValue(1) }));
    }

    [TestMethod]
    public void A_filter_belongs_to_its_message()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        World.Refused(
            ErrorCodes.InvalidArgument,
            "does not belong to the message Create",
            () => world.Step("Emitted.One", "Create", "account", ("sdkmessagefilterid", new EntityReference("sdkmessagefilter", world.Filter("Update", "account")))));
    }

    [TestMethod]
    [DataRow("ExecuteMultiple", null)]
    [DataRow("WhoAmI", null)]
    [DataRow("fix_Double", null)]
    [DataRow("Update", "sdkmessageprocessingstep")]
    public void Some_messages_take_no_steps(string message, string? table)
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        World.Refused(
            ErrorCodes.InvalidArgument,
            "Custom SdkMessageProcessingStep is not allowed on the specified message and entity",
            () => world.Step("Emitted.One", message, table));
    }

    public static IEnumerable<object[]> Images =>
    [
        ["Create", 40, 0, "Id", ErrorCodes.InvalidArgument, "Message Create does not support this image type."],
        ["Create", 40, 2, "Id", ErrorCodes.InvalidArgument, "Message Create does not support this image type."],
        ["Create", 40, 1, "Target", ErrorCodes.SdkInvalidMessagePropertyName, "Message property name 'Target' is not valid on message Create"],
        ["Create", 20, 1, "Id", ErrorCodes.InvalidArgument, "PreEvent step registration does not support Post Image."],
        ["Update", 20, 1, "Target", ErrorCodes.InvalidArgument, "PreEvent step registration does not support Post Image."],
        ["Update", 40, 0, "Id", ErrorCodes.SdkInvalidMessagePropertyName, "it takes Target"],
        ["Delete", 40, 1, "Target", ErrorCodes.InvalidArgument, "Message Delete does not support this image type."],
        ["Retrieve", 40, 0, "Target", ErrorCodes.InvalidArgument, "Message Retrieve does not support this image type."],
        ["SetState", 40, 0, "Target", ErrorCodes.SdkInvalidMessagePropertyName, "it takes EntityMoniker"],
    ];

    [TestMethod]
    [DynamicData(nameof(Images))]
    public void Images_that_a_message_can_not_give_are_refused(string message, int stage, int type, string property, int code, string part)
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        var step = world.Step("Emitted.One", message, "account", ("stage", new OptionSetValue(stage)));
        World.Refused(code, part, () => world.Service.Create(RegisteringWorld.ImageRow(step, type, property, "image")));
    }

    [TestMethod]
    public void An_image_names_columns_that_the_table_has()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        var step = world.Step("Emitted.One", "Update", "account");
        World.Refused(
            ErrorCodes.QueryBuilderNoAttribute,
            "'account' entity doesn't contain attribute with Name = 'nowhere'",
            () => world.Service.Create(RegisteringWorld.ImageRow(step, 0, "Target", "before", "name,nowhere")));
        world.Service.Create(RegisteringWorld.ImageRow(step, 2, "Target", "both", "name,telephone1"));
    }

    [TestMethod]
    public void Images_go_with_their_step()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        var step = world.Step("Emitted.One", "Update", "account");
        world.Service.Create(RegisteringWorld.ImageRow(step, 0, "Target", "before"));
        world.Service.Delete("sdkmessageprocessingstep", step);
        Assert.AreEqual("", world.Names("sdkmessageprocessingstepimage"));
    }

    [TestMethod]
    public void A_row_takes_the_place_of_the_declared_step_with_its_id()
    {
        using var world = new World(plugins: true);
        world.Package(Emitted.Fixture(), "fix_Fixture");
        var declared = new Guid("56000000-0000-0000-0000-000000000001");
        var row = world.StepRow(Configured, "Create", "fix_note", ("configuration", "by a row"));
        row.Id = declared;
        world.Service.Create(row);

        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });
        StringAssert.StartsWith(world.Traces().Single(), "by a row/");

        world.Switch(declared, on: false);
        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });
        Assert.HasCount(1, world.Traces());

        world.Service.Delete("sdkmessageprocessingstep", declared);
        world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });
        StringAssert.StartsWith(world.Traces().Last(), "declared/");
    }

    [TestMethod]
    public void Steps_of_one_transaction_take_effect_when_it_ends()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        world.Service.Execute(new ExecuteTransactionRequest
        {
            Requests =
            [
                new CreateRequest { Target = world.StepRow("Emitted.One", "Create", "account") },
                new CreateRequest { Target = new Entity("account") { ["name"] = "in the same transaction" } },
            ],
        });

        Assert.AreEqual("first", world.Said());
    }

    [TestMethod]
    public void A_custom_API_is_answered_by_the_class_that_is_bound_to_it()
    {
        using var world = WithFixture();
        World.Refused(ErrorCodes.InvalidArgument, "has no plug-in class", () => world.Service.Execute(new OrganizationRequest("fix_Double") { ["fix_Number"] = 21 }));
        var api = world.All("customapi", "uniquename").FirstOrDefault(a => a.GetAttributeValue<string>("uniquename") == "fix_Double")?.Id ?? world.Service.Create(new Entity("customapi")
        {
            ["uniquename"] = "fix_Double",
            ["name"] = "fix_Double",
            ["displayname"] = "Double",
            ["description"] = "Doubles a number.",
        });

        world.Service.Update(new Entity("customapi", api) { ["plugintypeid"] = new EntityReference("plugintype", world.Type("CrmAddon.Local.Tests.Plugins.DoubleNumber")) });
        Assert.AreEqual(42, world.Service.Execute(new OrganizationRequest("fix_Double") { ["fix_Number"] = 21 })["fix_Result"]);

        world.Service.Update(new Entity("customapi", api) { ["plugintypeid"] = null });
        World.Fault(() => world.Service.Execute(new OrganizationRequest("fix_Double") { ["fix_Number"] = 21 }));
    }

    private static World WithFixture()
    {
        var world = new World();
        world.Package(Emitted.Fixture(), "fix_Fixture");
        return world;
    }
}
