using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class CustomApis
{
    [TestMethod]
    [DataRow("tag", "import")]
    [DataRow("BypassCustomPluginExecution", true)]
    [DataRow("BypassBusinessLogicExecution", "CustomSync")]
    [DataRow("BypassBusinessLogicExecutionStepIds", "55000000-0000-0000-0000-000000000001")]
    [DataRow("SuppressDuplicateDetection", true)]
    public void A_custom_API_takes_the_parameters_of_every_request(string name, object value)
    {
        using var world = new World(plugins: true);

        var response = world.Service.Execute(new OrganizationRequest("fix_Double") { ["fix_Number"] = 21, [name] = value });

        Assert.AreEqual(42, response["fix_Result"]);
    }

    [TestMethod]
    public void A_custom_API_refuses_a_parameter_that_nobody_declares()
    {
        using var world = new World(plugins: true);

        World.Refused(
            CrmAddon.Local.Messages.ErrorCodes.InvalidArgument,
            "has no request parameter 'Tag'",
            () => world.Service.Execute(new OrganizationRequest("fix_Double") { ["fix_Number"] = 21, ["Tag"] = "x" }));
    }
}
