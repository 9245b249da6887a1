using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Deployment;
using CrmAddon.Worker.Deployment.Checking;
using CrmAddon.Worker.Deployment.Given;
using CrmAddon.Worker.Deployment.Importing;
using CrmAddon.Worker.Deployment.Telling;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class CheckTests
{
    [TestMethod]
    public async Task Who_lacks_privileges_is_told_which_and_nothing_is_changed()
    {
        await using var environment = await TestEnvironment.StartAsync();
        var user = environment.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = "Rossi", ["firstname"] = "Rita", ["domainname"] = "rita@contoso.com", ["businessunitid"] = new EntityReference("businessunit", environment.Dataverse.RootBusinessUnitId),
        });
        environment.Dataverse.AssignRole(user, "Salesperson");
        using var client = new ServiceClient(environment.Gateway.Address, _ => Task.FromResult($"user:{user}"));
        var refusal = await RefusedAsync(client);
        Assert.StartsWith("The user Rita Rossi (rita@contoso.com) lacks ", refusal);
        Assert.MatchesRegex("\n    Create: .*PluginPackage.*SdkMessageProcessingStep", refusal);
        Assert.Contains("Import: Customization", refusal);
        Assert.Contains("Give it the role System Administrator", refusal);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    [TestMethod]
    public async Task An_environment_without_Sales_is_told()
    {
        await using var environment = await TestEnvironment.StartAsync();
        using var client = new ServiceClient(environment.Gateway.Address, _ => Task.FromResult("me"));
        var refusal = await RefusedAsync(new WithoutTable(client, "opportunity"));
        Assert.StartsWith("The environment has no Dynamics 365 Sales: there is no table opportunity.", refusal);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    [TestMethod]
    [DataRow("1.0.0.0", true, "as a managed solution, and the file is unmanaged")]
    [DataRow("1.0.0.1", false, "which is newer than the file's 1.0.0.0")]
    [DataRow("1.0.0.0", false, null)]
    [DataRow("0.9.0.0", false, null)]
    public void What_may_not_be_put_over_the_installed_version_is_told(string version, bool isManaged, string? reason)
    {
        var problem = Versions.Problem(new InstalledSolution(Version.Parse(version), isManaged), GivenFiles.Solution(new DeploymentOptions()));
        if (reason is null)
            Assert.IsNull(problem);
        else
            Assert.Contains(reason, problem!);
    }

    [TestMethod]
    public void A_managed_file_is_not_put_over_an_unmanaged_solution()
    {
        var managed = GivenFiles.Solution(new DeploymentOptions { IsManaged = true });
        Assert.Contains("unmanaged, as environments of developers do", Versions.Problem(new InstalledSolution(managed.Version, false), managed)!);
        Assert.IsNull(Versions.Problem(null, managed));
    }

    [TestMethod]
    [DataRow("cov_Nonsense=1", "There is no setting cov_Nonsense. There are: cov_")]
    [DataRow("cov_DeliveryAttempts=many", "cov_DeliveryAttempts can't be 'many': a number is needed")]
    [DataRow("cov_DeliveryEnabled=perhaps", "yes or no is needed")]
    [DataRow("cov_PreviewMaxCases=2,5", "a number is needed, such as 30 or 2.5")]
    [DataRow("cov_deliveryattempts=-3", "cov_DeliveryAttempts can't be '-3': it is no whole number from 1 to 1000.")]
    [DataRow("cov_PortalUrl=partners", "it is no address such as https://partners.contoso.com")]
    [DataRow("cov_DeploymentFingerprint=x", "deploy writes it; leave it out")]
    public async Task A_setting_that_can_t_be_is_told_before_anything_is_changed(string setting, string reason)
    {
        await using var environment = await TestEnvironment.StartAsync();
        var outcome = await environment.DeployAsync("--set", setting);
        Assert.AreEqual(2, outcome.Code);
        Assert.Contains(reason, outcome.Error);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    private static async Task<string> RefusedAsync(IOrganizationServiceAsync2 service)
    {
        var options = new DeploymentOptions();
        var target = new Target(service, GivenFiles.Solution(options), GivenFiles.Package(options), new LineTeller(TextWriter.Null, TimeProvider.System), TimeProvider.System);
        return (await Assert.ThrowsExactlyAsync<DeploymentException>(() => new DeploymentRun(target, options).RunAsync(CancellationToken.None))).Message;
    }
}
