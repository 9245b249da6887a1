using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Registration;

[TestClass]
public sealed class Rights
{
    [TestMethod]
    public void A_customizer_registers_plug_ins()
    {
        using var world = new World();
        var service = User(world, "System Customizer");
        service.Create(new Entity("pluginpackage") { ["name"] = "fix_Emitted", ["uniquename"] = "fix_Emitted", ["version"] = "1.0.0", ["content"] = Emitted.Package("One: first") });
        var step = service.Create(world.StepRow("Emitted.One", "Update", "account"));
        service.Create(RegisteringWorld.ImageRow(step, 0, "Target", "before"));
        service.Delete("sdkmessageprocessingstep", step);
    }

    [TestMethod]
    public void A_salesperson_does_not()
    {
        using var world = new World();
        world.Package(Emitted.Package("One: first"));
        var row = world.StepRow("Emitted.One", "Create", "account");
        var service = User(world, "Salesperson");

        StringAssert.Contains(World.Fault(() => service.Create(row)).Message!, "prvCreateSdkMessageProcessingStep");
        StringAssert.Contains(
            World.Fault(() => service.Create(new Entity("pluginpackage") { ["name"] = "fix_Other", ["uniquename"] = "fix_Other", ["version"] = "1.0.0", ["content"] = "" })).Message!,
            "prvCreatePluginPackage");
        StringAssert.Contains(World.Fault(() => service.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstepsecureconfig"))).Message!, "prvReadSdkMessageProcessingStepSecureConfig");
    }

    private static IOrganizationService User(World world, string role)
    {
        var user = world.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = role,
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        world.Dataverse.AssignRole(user, role);
        return world.Dataverse.CreateService(user);
    }
}
