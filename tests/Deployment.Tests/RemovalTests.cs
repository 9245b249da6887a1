using System.Threading.Tasks;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class RemovalTests
{
    [TestMethod]
    public async Task What_stands_beside_the_solution_is_taken_away_and_comes_back()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var before = environment.State();
        var outcome = await environment.DeployAsync("--remove", "--what-if");
        Assert.AreEqual((1, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.IsEmpty(environment.Gateway.Writes);

        outcome = await environment.DeployAsync("--remove");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        var state = environment.State();
        Assert.DoesNotContain("step ", state);
        Assert.DoesNotContain("package cov_", state);
        Assert.DoesNotContain("CrmAddon.Plugins.", state);
        Assert.Contains("solution CrmAddon", state);
        Assert.Contains("There is nothing of the add-on beside the solution", (await environment.DeployAsync("--remove")).Output);

        outcome = await environment.DeployAsync();
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.AreEqual(before, environment.State());
    }
}
