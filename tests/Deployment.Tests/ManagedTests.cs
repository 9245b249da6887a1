using System.Threading.Tasks;
using CrmAddon.Worker.Tests;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class ManagedTests
{
    [TestMethod]
    public async Task A_managed_solution_is_installed_left_alone_and_upgraded()
    {
        using var folder = new TestFolder();
        await using var environment = await TestEnvironment.StartAsync();
        var outcome = await environment.DeployAsync("--managed");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.Contains("solution CrmAddon 1.0.0.0 True", environment.State());
        Assert.Contains("custom API cov_CloseMonth CrmAddon.Plugins.", environment.State());

        environment.Gateway.Forget();
        outcome = await environment.DeployAsync("--managed");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.IsEmpty(environment.Gateway.Writes);

        outcome = await environment.DeployAsync();
        Assert.AreEqual(2, outcome.Code);
        Assert.Contains("as a managed solution, and the file is unmanaged", outcome.Error);
        Assert.IsEmpty(environment.Gateway.Writes);

        var newer = Solutions.Write(Solutions.Version("1.1.0.0"), folder["newer.zip"], managed: true);
        var told = await environment.DeployAsync("--solution", newer, "--what-if");
        Assert.Contains("~ CrmAddon 1.0.0.0 -> 1.1.0.0, managed", told.Output);
        Assert.IsEmpty(environment.Gateway.Writes);
        outcome = await environment.DeployAsync("--solution", newer);
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.Contains("POST StageAndUpgradeAsync", environment.Gateway.Writes);
        Assert.Contains("solution CrmAddon 1.1.0.0 True", environment.State());
        Assert.AreEqual(0, (await environment.DeployAsync("--solution", newer)).Code);
    }
}
