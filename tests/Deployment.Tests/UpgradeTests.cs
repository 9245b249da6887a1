using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using CrmAddon.Worker.Dataverse;
using CrmAddon.Worker.Deployment;
using CrmAddon.Worker.Deployment.Given;
using CrmAddon.Worker.Deployment.Importing;
using CrmAddon.Worker.Deployment.Telling;
using CrmAddon.Worker.Tests;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class UpgradeTests
{
    private const string Step = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0203";
    private const string OtherStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7fffff";

    [TestMethod]
    public async Task A_newer_version_brings_its_column_classes_and_steps_and_takes_away_what_it_no_longer_has()
    {
        using var folder = new TestFolder();
        await using var environment = await TestEnvironment.DeployedAsync();
        string[] newer = Newer(folder);

        var told = await environment.DeployAsync([.. newer, "--what-if"]);
        Assert.AreEqual((1, ""), (told.Code, told.Error), told.Output);
        Assert.IsEmpty(environment.Gateway.Writes);
        Assert.Contains("~ CrmAddon 1.0.0.0 -> 1.1.0.0, unmanaged", told.Output);
        Assert.Contains("~ table cov_Partner", told.Output);
        Assert.Contains("+ column cov_Nickname", told.Output);
        Assert.Contains("+ class CrmAddon.Plugins.DealRegistrations.RegistrationXoved", told.Output);
        Assert.Contains("- class CrmAddon.Plugins.DealRegistrations.RegistrationMoved", told.Output);
        Assert.Contains("- step Update of cov_dealregistration (CrmAddon.Plugins.DealRegistrations.RegistrationMoved)", told.Output);
        Assert.Contains("- step SetState of opportunity (CrmAddon.Plugins.Deals.OpportunityChanged)", told.Output);

        var outcome = await environment.DeployAsync(newer);
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        var state = environment.State();
        Assert.Contains("solution CrmAddon 1.1.0.0 False", state);
        Assert.DoesNotContain(Step, state);
        Assert.Contains(OtherStep, state);
        Assert.DoesNotContain("RegistrationMoved", state);
        Assert.Contains("class CrmAddon.Plugins.DealRegistrations.RegistrationXoved", state);
        environment.Service.Create(new Entity("cov_partner") { ["cov_name"] = "Nimbus", ["cov_code"] = "N", ["cov_nickname"] = "Nim" });

        environment.Gateway.Forget();
        Assert.AreEqual(0, (await environment.DeployAsync(newer)).Code);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    [TestMethod]
    public async Task An_older_version_is_not_put_over_a_newer_one()
    {
        using var folder = new TestFolder();
        await using var environment = await TestEnvironment.DeployedAsync();
        var older = Solutions.Write(Solutions.Version("0.9.0.0"), folder["older.zip"]);
        var outcome = await environment.DeployAsync("--solution", older);
        Assert.AreEqual(2, outcome.Code);
        Assert.Contains("holds CrmAddon 1.0.0.0, which is newer than the file's 0.9.0.0", outcome.Error);
        Assert.Contains("Nothing was changed in the environment.", outcome.Error);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    [TestMethod]
    public async Task An_older_version_is_not_put_over_a_newer_one_that_somebody_imported_meanwhile()
    {
        using var folder = new TestFolder();
        await using var environment = await TestEnvironment.DeployedAsync();
        using var client = new ServiceClient(environment.Gateway.Address, _ => Task.FromResult("me"));
        var options = new DeploymentOptions();
        var target = new Target(client, GivenFiles.Solution(options), GivenFiles.Package(options), new LineTeller(TextWriter.Null, TimeProvider.System), TimeProvider.System);
        var planned = await new SolutionStage(target, isForced: true, comparesContents: false).PlanAsync(CancellationToken.None);
        environment.Service.Execute(new OrganizationRequest("ImportSolution")
        {
            ["CustomizationFile"] = File.ReadAllBytes(Solutions.Write(Solutions.Version("1.1.0.0"), folder["newer.zip"])),
            ["OverwriteUnmanagedCustomizations"] = false, ["PublishWorkflows"] = true, ["ImportJobId"] = Guid.NewGuid(),
        });
        var refusal = await Assert.ThrowsExactlyAsync<DeploymentException>(() => planned.Single().ApplyAsync(CancellationToken.None));
        Assert.Contains("holds CrmAddon 1.1.0.0, which is newer than the file's 1.0.0.0", refusal.Message);
        Assert.Contains("solution CrmAddon 1.1.0.0 False", environment.State());
    }

    [TestMethod]
    public async Task An_upgrade_that_breaks_at_any_write_ends_as_one_that_does_not()
    {
        using var folder = new TestFolder();
        string[] newer = Newer(folder);
        await using var clean = await TestEnvironment.DeployedAsync();
        Assert.AreEqual(0, (await clean.DeployAsync(newer)).Code);
        await using var environment = await TestEnvironment.DeployedAsync();
        HashSet<string> broken = [];
        environment.Gateway.OnWrite = (_, write) => broken.Add(write) ? Fault.After : Fault.None;
        while (await environment.DeployAsync(newer) is { Code: not 0 } outcome)
            Assert.IsLessThan(200, broken.Count, outcome.Error);
        Assert.IsGreaterThan(8, broken.Count);
        Assert.AreEqual(clean.State(), environment.State());
    }

    [TestMethod]
    public async Task What_somebody_changed_of_the_registration_is_put_right()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var before = environment.State();
        var service = environment.Service;
        var step = new Guid(Step);
        service.Update(new Entity("sdkmessageprocessingstep", step) { ["rank"] = 77 });
        service.Update(new Entity("sdkmessageprocessingstep", new Guid("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0201")) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });
        service.Delete("sdkmessageprocessingstep", new Guid("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0204"));
        var image = service.All(new QueryExpression("sdkmessageprocessingstepimage")).First();
        service.Delete("sdkmessageprocessingstepimage", image.Id);
        var api = service.All(new QueryExpression("customapi") { Criteria = { Conditions = { new ConditionExpression("uniquename", ConditionOperator.Equal, "cov_CloseMonth") } } }).Single();
        service.Update(new Entity("customapi", api.Id) { ["plugintypeid"] = null });
        Assert.AreNotEqual(before, environment.State());

        var outcome = await environment.DeployAsync();
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.Contains("rank: 77 -> 1", outcome.Output);
        Assert.Contains("is enabled again", outcome.Output);
        Assert.Contains("+ cov_CloseMonth is carried out by", outcome.Output);
        Assert.AreEqual(before, environment.State());
        Assert.HasCount(5, environment.Gateway.Writes);
    }

    private static string[] Newer(TestFolder folder)
    {
        var solution = Solutions.Version("1.1.0.0", files => Solutions.Altered(files, "Entities/cov_Partner/Entity.xml", entity =>
        {
            var email = entity.Descendants("attribute").Single(column => (string?)column.Attribute("PhysicalName") == "cov_Email");
            var nickname = new XElement(email);
            nickname.SetAttributeValue("PhysicalName", "cov_Nickname");
            nickname.Element("Name")!.Value = nickname.Element("LogicalName")!.Value = "cov_nickname";
            email.AddAfterSelf(nickname);
        }));
        return
        [
            "--solution", Solutions.Write(solution, folder["newer.zip"]),
            "--package", Packages.Write(folder["newer.nupkg"], ("RegistrationMoved", "RegistrationXoved"), (Step, OtherStep)),
        ];
    }
}
