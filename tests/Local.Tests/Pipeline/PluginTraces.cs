using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Pipeline;

[TestClass]
public sealed class PluginTraces
{
    private const int Exceptions = 1;
    private const int All = 2;

    [TestMethod]
    public void Nothing_is_logged_by_default()
    {
        using var world = new World(plugins: true);

        World.Refused(ErrorCodes.IsvAborted, "Enough.", () => Contract(world, "talk"));

        Assert.IsEmpty(world.All("plugintracelog"));
    }

    [TestMethod]
    public void Exceptions_are_logged_and_stay_when_the_operation_is_undone()
    {
        using var world = new World(plugins: true);
        Log(world, Exceptions);

        Contract(world, "talk a little");
        World.Refused(ErrorCodes.IsvAborted, "Enough.", () => Contract(world, "talk"));

        var row = world.Row("plugintracelog", world.All("plugintracelog").Single().Id);
        Assert.AreEqual("CrmAddon.Local.Tests.Plugins.BreakRules", row["typename"]);
        Assert.AreEqual(("Create", "fix_contract", 1), (row["messagename"], row["primaryentity"], row["depth"]));
        StringAssert.Contains((string)row["messageblock"]!, "line 999 ");
        StringAssert.Contains((string)row["exceptiondetails"]!, "Enough.");
        Assert.AreEqual(new Guid("55000000-0000-0000-0000-000000000001"), row["pluginstepid"]);
        Assert.HasCount(1, world.All("fix_contract"));
    }

    [TestMethod]
    public void Every_execution_is_logged_when_all_are_asked_for()
    {
        using var world = new World(plugins: true);
        Log(world, All);

        Contract(world, "talk a little");
        world.Service.Update(new Entity("fix_note", world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" })) { ["fix_text"] = "y" });
        world.Dataverse.Async.RunUntilIdle();

        var rows = world.All("plugintracelog", "typename", "messageblock", "mode");
        CollectionAssert.AreEqual(
            new[] { "BreakRules 0", "Configured 0", "Forgotten 1" },
            rows.Select(r => $"{((string)r["typename"]!).Split('.')[^1]} {r.GetAttributeValue<OptionSetValue>("mode")!.Value}").ToArray());
        Assert.AreEqual("a word", ((string)rows[0]["messageblock"]!).Trim());
    }

    private static void Contract(World world, string text) => world.Service.Create(new Entity("fix_contract") { ["fix_text"] = text });

    private static void Log(World world, int setting) => world.Service.Update(new Entity("organization", world.Dataverse.OrganizationId)
    {
        ["plugintracelogsetting"] = new OptionSetValue(setting),
    });
}
