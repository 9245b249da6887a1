using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Registration;

/// <summary>One assembly without a package: signed, its types registered one by one.</summary>
[TestClass]
public sealed class Assemblies
{
    [TestMethod]
    public void A_signed_assembly_runs_the_types_that_are_registered()
    {
        using var world = new World();
        var assembly = Register(world, Emitted.Assembly("1.0.0.0", signed: true, "One: first", "Two: second"));
        Assert.AreEqual("", world.Names("plugintype"), "types are registered by who wants them");
        world.Service.Create(TypeRow(assembly, "Emitted.One"));
        world.Step("Emitted.One", "Create", "account");

        Assert.AreEqual("first", world.Said());
        var type = world.All("plugintype", "name", "friendlyname", "version", "publickeytoken", "assemblyname", "major").Single();
        Assert.AreEqual("Emitted.One/1.0.0.0/31bf3856ad364e35/Emitted.Plugins/1", string.Join('/', type["name"], type["version"], type["publickeytoken"], type["assemblyname"], type["major"]));
        world.Reopen();
        Assert.AreEqual("first", world.Said());
    }

    [TestMethod]
    public void What_the_assembly_says_of_itself_counts_not_what_is_sent()
    {
        using var world = new World();
        var id = world.Service.Create(new Entity("pluginassembly")
        {
            ["name"] = "Other",
            ["version"] = "9.9.9.9",
            ["culture"] = "de",
            ["content"] = Convert.ToBase64String(Emitted.Assembly("1.2.0.0", signed: true, "One: first")),
            ["isolationmode"] = new OptionSetValue(1),
        });

        var row = world.Row("pluginassembly", id);
        Assert.AreEqual("Emitted.Plugins 1.2.0.0 neutral 2", $"{row["name"]} {row["version"]} {row["culture"]} {row.GetAttributeValue<OptionSetValue>("isolationmode")!.Value}");
    }

    [TestMethod]
    public void An_unsigned_assembly_is_refused()
    {
        using var world = new World();
        World.Refused(
            ErrorCodes.PluginAssemblyMustHavePublicKeyToken,
            "Public assembly must have public key token.",
            () => Register(world, Emitted.Assembly("1.0.0.0", signed: false, "One: first")));
    }

    [TestMethod]
    public void What_is_no_assembly_is_refused()
    {
        using var world = new World();
        World.Refused(ErrorCodes.InvalidPluginAssemblyContent, "It can't be read", () => Register(world, [1, 2, 3]));
    }

    [TestMethod]
    public void A_type_has_to_be_a_plug_in_of_the_assembly()
    {
        using var world = new World();
        var assembly = Register(world, Emitted.Assembly("1.0.0.0", signed: true, "One: first"));
        World.Refused(
            ErrorCodes.InvalidPluginAssemblyContent,
            "Plug-in assembly does not contain the required types or assembly content cannot be updated. Emitted.Plugins has no public class Emitted.Nowhere",
            () => world.Service.Create(TypeRow(assembly, "Emitted.Nowhere")));
    }

    [TestMethod]
    public void New_content_has_to_have_the_registered_types()
    {
        using var world = new World();
        var assembly = Register(world, Emitted.Assembly("1.0.0.0", signed: true, "One: first", "Two: second"));
        var two = world.Service.Create(TypeRow(assembly, "Emitted.Two"));
        world.Service.Create(TypeRow(assembly, "Emitted.One"));
        world.Step("Emitted.One", "Create", "account");
        Assert.AreEqual("first", world.Said());
        var content = new Entity("pluginassembly", assembly) { ["content"] = Convert.ToBase64String(Emitted.Assembly("1.0.1.0", signed: true, "One: better")) };

        World.Refused(ErrorCodes.InvalidPluginAssemblyContent, "The registered type Emitted.Two is not in it", () => world.Service.Update(content));
        world.Service.Delete("plugintype", two);
        world.Service.Update(content);

        Assert.AreEqual("better", world.Said());
        Assert.AreEqual("1.0.1.0", world.Names("pluginassembly", "version"));
    }

    [TestMethod]
    public void A_type_with_steps_stays()
    {
        using var world = new World();
        var assembly = Register(world, Emitted.Assembly("1.0.0.0", signed: true, "One: first"));
        var type = world.Service.Create(TypeRow(assembly, "Emitted.One"));
        var step = world.Step("Emitted.One", "Create", "account");

        World.Refused(ErrorCodes.IsvAborted, "due to 1 step(s) registered on it", () => world.Service.Delete("plugintype", type));
        World.Refused(ErrorCodes.IsvAborted, "due to 1 step(s) registered on it", () => world.Service.Delete("pluginassembly", assembly));
        world.Service.Delete("sdkmessageprocessingstep", step);
        world.Service.Delete("pluginassembly", assembly);
        Assert.AreEqual("", world.Names("plugintype"));
    }

    private static Guid Register(World world, byte[] content) => world.Service.Create(new Entity("pluginassembly") { ["content"] = Convert.ToBase64String(content) });

    private static Entity TypeRow(Guid assembly, string name) => new("plugintype")
    {
        ["typename"] = name,
        ["pluginassemblyid"] = new EntityReference("pluginassembly", assembly),
    };
}
