using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk.Query;

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

    [TestMethod]
    public async Task Beside_a_managed_solution_the_plain_command_takes_away_and_brings_back()
    {
        await using var environment = await TestEnvironment.StartAsync();
        Assert.AreEqual(0, (await environment.DeployAsync("--managed")).Code);
        var before = environment.State();
        var outcome = await environment.DeployAsync("--remove");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.DoesNotContain("CrmAddon.Plugins.", environment.State());
        Assert.AreEqual(0, (await environment.DeployAsync("--managed")).Code);
        Assert.AreEqual(before, environment.State());
    }

    [TestMethod]
    public async Task What_fell_out_of_the_solution_is_a_part_of_it_again()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var before = environment.State();
        var solution = environment.Service.All(new QueryExpression("solution") { Criteria = { Conditions = { new ConditionExpression("uniquename", ConditionOperator.Equal, "CrmAddon") } } }).Single();
        environment.Service.Delete("solution", solution.Id); // of an unmanaged one only the grouping goes
        var outcome = await environment.DeployAsync();
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.AreEqual(before, environment.State());
        environment.Gateway.Forget();
        Assert.AreEqual(0, (await environment.DeployAsync()).Code);
        Assert.IsEmpty(environment.Gateway.Writes);
    }
}
