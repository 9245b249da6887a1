using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.Registration;

[TestClass]
public sealed class Packages
{
    [TestMethod]
    public void A_package_makes_a_row_for_its_assembly_and_for_each_of_its_classes()
    {
        using var world = new World();
        var package = world.Package(Emitted.Package("One: first", "Two: second"));

        var assembly = world.All("pluginassembly", "name", "version", "culture", "publickeytoken", "isolationmode", "sourcetype", "packageid", "content").Single();
        Assert.AreEqual(Emitted.Name, assembly["name"]);
        Assert.AreEqual("1.0.0.0", assembly["version"]);
        Assert.AreEqual("neutral", assembly["culture"]);
        Assert.AreEqual("null", assembly["publickeytoken"]);
        Assert.AreEqual(2, assembly.GetAttributeValue<OptionSetValue>("isolationmode")!.Value);
        Assert.AreEqual(4, assembly.GetAttributeValue<OptionSetValue>("sourcetype")!.Value);
        Assert.AreEqual(package, assembly.GetAttributeValue<EntityReference>("packageid")!.Id);
        Assert.IsFalse(assembly.Contains("content"), "the package has it");
        Assert.AreEqual("Emitted.One,Emitted.Two", world.Names("plugintype", "typename"));
        Assert.AreEqual("Emitted.Plugins,Emitted.Plugins", world.Names("plugintype", "assemblyname"));
    }

    [TestMethod]
    public void Assemblies_without_plug_ins_make_no_row()
    {
        using var world = new World();
        world.Package(Emitted.Package(
            ($"lib/net462/{Emitted.Name}.dll", Emitted.Assembly("1.0.0.0", signed: false, "One: first")),
            ("lib/net462/System.ServiceModel.Primitives.dll", System.IO.File.ReadAllBytes(typeof(System.ServiceModel.FaultException).Assembly.Location))));

        Assert.AreEqual(Emitted.Name, world.Names("pluginassembly"));
    }

    [TestMethod]
    public void Steps_run_from_the_end_of_the_call_that_registers_them_until_they_are_disabled_or_deleted()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        Assert.AreEqual("", world.Said());

        var step = world.Step("Emitted.One", "Create", "account");
        Assert.AreEqual("first", world.Said());

        world.Switch(step, on: false);
        Assert.AreEqual("", world.Said());

        world.Switch(step, on: true);
        Assert.AreEqual("first", world.Said());

        world.Service.Delete("sdkmessageprocessingstep", step);
        Assert.AreEqual("", world.Said());
    }

    [TestMethod]
    public void The_file_keeps_what_is_registered()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        world.Step("Emitted.One", "Create", "account");

        world.Reopen();

        Assert.AreEqual("first", world.Said());
    }

    [TestMethod]
    public void New_content_is_what_runs_and_the_rows_keep_their_ids()
    {
        using var world = new World();
        var package = world.Package(Emitted.Package("One: first"));
        world.Step("Emitted.One", "Create", "account");
        var type = world.Type("Emitted.One");
        Assert.AreEqual("first", world.Said());

        world.Service.Update(new Entity("pluginpackage", package)
        {
            ["content"] = Emitted.Package(($"lib/net462/{Emitted.Name}.dll", Emitted.Assembly("1.4.0.0", signed: false, "One: better", "Two: second"))),
        });

        Assert.AreEqual("better", world.Said());
        Assert.AreEqual(type, world.Type("Emitted.One"));
        Assert.AreEqual("Emitted.One,Emitted.Two", world.Names("plugintype", "typename"));
        Assert.AreEqual("1.4.0.0", world.Names("pluginassembly", "version"));
    }

    [TestMethod]
    public void Content_without_a_class_that_steps_run_is_refused_and_nothing_changes()
    {
        using var world = new World();
        var package = world.Package(Emitted.Package("One: first", "Two: second"));
        world.Step("Emitted.One", "Create", "account");
        var without = new Entity("pluginpackage", package) { ["content"] = Emitted.Package("Two: changed") };

        World.Refused(
            ErrorCodes.IsvAborted,
            "Unable to delete 'Emitted.One' plugintype due to 1 step(s) registered on it. Please delete step registrations and try the operation again.",
            () => world.Service.Update(without));

        Assert.AreEqual("first", world.Said());
        Assert.AreEqual("Emitted.One,Emitted.Two", world.Names("plugintype", "typename"));

        world.Service.Delete("sdkmessageprocessingstep", world.One("sdkmessageprocessingstep"));
        world.Service.Update(without);
        Assert.AreEqual("Emitted.Two", world.Names("plugintype", "typename"));
    }

    [TestMethod]
    public void A_transaction_that_fails_leaves_what_ran_before()
    {
        using var world = new World();
        var package = world.Package(Emitted.Package("One: first"));
        world.Step("Emitted.One", "Create", "account");
        var transaction = new ExecuteTransactionRequest
        {
            Requests =
            [
                new UpdateRequest { Target = new Entity("pluginpackage", package) { ["content"] = Emitted.Package("One: better") } },
                new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) },
            ],
        };

        World.Fault(() => world.Service.Execute(transaction));

        Assert.AreEqual("first", world.Said());
    }

    [TestMethod]
    public void Name_and_version_can_not_change()
    {
        using var world = new World();
        var package = world.Package(Emitted.Package("One: first"));

        World.Refused(ErrorCodes.IsvAborted, "PluginPackage version cannot be updated", () => world.Service.Update(new Entity("pluginpackage", package) { ["version"] = "2.0.0" }));
        World.Refused(ErrorCodes.IsvAborted, "PluginPackage name cannot be updated", () => world.Service.Update(new Entity("pluginpackage", package) { ["name"] = "fix_Other" }));
        world.Service.Update(new Entity("pluginpackage", package) { ["version"] = "1.2.3", ["name"] = "fix_Emitted" });
    }

    [TestMethod]
    [DataRow("%%%", "its content is not base64")]
    [DataRow("bm90IGEgemlw", "its content is not a NuGet package")]
    [DataRow(null, "it has no content")]
    public void What_is_no_package_is_refused(string? content, string reason)
    {
        using var world = new World();
        World.Refused(ErrorCodes.IsvAborted, reason, () => world.Package(content!));
        Assert.AreEqual("", world.Names("pluginpackage"));
    }

    [TestMethod]
    public void Assemblies_have_to_be_where_the_platform_looks_for_them()
    {
        using var world = new World();
        World.Refused(
            ErrorCodes.IsvAborted,
            "No supported target framework folder",
            () => world.Package(Emitted.Package(($"lib/net8.0/{Emitted.Name}.dll", Emitted.Assembly("1.0.0.0", signed: false, "One: first")))));
    }

    [TestMethod]
    public void A_package_without_plug_ins_is_refused()
    {
        using var world = new World();
        World.Refused(ErrorCodes.IsvAborted, "none of its assemblies (Emitted.Plugins) has a public class that implements IPlugin", () => world.Package(
            Emitted.Package(($"lib/net462/{Emitted.Name}.dll", Emitted.Assembly("1.0.0.0", signed: false)))));
    }

    [TestMethod]
    public void A_package_has_16_MB_at_most()
    {
        using var world = new World();
        var large = new byte[17 * 1024 * 1024];
        new Random(1).NextBytes(large);
        World.Refused(ErrorCodes.IsvAborted, "but 16 MB are allowed", () => world.Package(Emitted.Package(("lib/net462/Large.dll", large))));
    }

    [TestMethod]
    public void The_name_begins_with_the_prefix_of_a_publisher()
    {
        using var world = new World();
        var content = Emitted.Package("One: first");
        World.Refused(ErrorCodes.IsvAborted, "The nuget file name does not contain a solution prefix", () => world.Package(content, "Emitted"));
        world.Service.Create(new Entity("publisher") { ["uniquename"] = "fixture", ["friendlyname"] = "Fixture", ["customizationprefix"] = "fix" });

        World.Refused(ErrorCodes.IsvAborted, "The nuget file name does not contain a solution prefix", () => world.Package(content, "cov_Emitted"));

        world.Package(content, "fix_Emitted");
        World.Refused(ErrorCodes.DuplicateRecord, "uniquename 'fix_Emitted' exists", () => world.Package(content, "fix_Emitted"));
    }

    [TestMethod]
    public void A_package_goes_with_all_it_brought_once_no_step_uses_it()
    {
        using var world = new World();
        var package = world.Package(Emitted.Package("One: first"));
        var step = world.Step("Emitted.One", "Create", "account");

        World.Refused(ErrorCodes.IsvAborted, "Unable to delete 'Emitted.One' plugintype due to 1 step(s)", () => world.Service.Delete("pluginpackage", package));
        World.Refused(ErrorCodes.IsvAborted, "as it is part of plugin package", () => world.Service.Delete("pluginassembly", world.One("pluginassembly")));
        World.Refused(ErrorCodes.IsvAborted, "as it is part of plugin package", () => world.Service.Delete("plugintype", world.Type("Emitted.One")));
        Assert.AreEqual("first", world.Said());

        world.Service.Delete("sdkmessageprocessingstep", step);
        world.Service.Delete("pluginpackage", package);

        Assert.AreEqual("", world.Names("pluginassembly") + world.Names("plugintype"));
    }

    [TestMethod]
    public void The_rows_of_a_package_are_the_package_s()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        var assembly = world.One("pluginassembly");

        World.Refused(ErrorCodes.InvalidArgument, "update the package", () => world.Service.Update(new Entity("pluginassembly", assembly)
        {
            ["content"] = Convert.ToBase64String(Emitted.Assembly("1.0.0.0", signed: false, "One: other")),
        }));
        World.Refused(ErrorCodes.InvalidArgument, "create or update the package", () => world.Service.Create(new Entity("plugintype")
        {
            ["typename"] = "Emitted.Two",
            ["pluginassemblyid"] = new EntityReference("pluginassembly", assembly),
        }));
    }
}
