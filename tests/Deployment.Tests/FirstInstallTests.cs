using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Deployment;
using CrmAddon.Worker.Deployment.Settings;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class FirstInstallTests
{
    [TestMethod]
    public async Task An_empty_environment_gets_everything()
    {
        await using var environment = await TestEnvironment.StartAsync();
        var outcome = await environment.DeployAsync("--set", "cov_DeliveryEnabled=no");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        var state = environment.State();
        Assert.Contains("solution CrmAddon 1.0.0.0 False", state);
        Assert.Contains("package cov_CrmAddon.Plugins ", state);
        Assert.Contains("custom API cov_CloseMonth CrmAddon.Plugins.", state);
        Assert.Contains("value cov_DeploymentFingerprint solution=", state);
        Assert.Contains("value cov_DeliveryEnabled no", state);
        Assert.StartsWith("Deployed: CrmAddon 1.0.0.0", outcome.Output.Split('\n').Last(line => line.Length > 0));
    }

    [TestMethod]
    public async Task A_setting_is_written_once_and_an_empty_one_falls_back_to_its_default()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var before = environment.State();
        var outcome = await environment.DeployAsync("--set", "cov_usagecurrency=EUR");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.Contains("  + cov_UsageCurrency = EUR\n", outcome.Output);
        environment.Gateway.Forget();
        Assert.AreEqual(0, (await environment.DeployAsync("--set", "cov_UsageCurrency=EUR")).Code);
        Assert.IsEmpty(environment.Gateway.Writes);

        outcome = await environment.DeployAsync("--set", "cov_UsageCurrency=");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.Contains("  - cov_UsageCurrency: EUR; its default holds\n", outcome.Output);
        Assert.AreEqual(before, environment.State());
        environment.Gateway.Forget();
        Assert.AreEqual(0, (await environment.DeployAsync("--set", "cov_UsageCurrency=")).Code);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    [TestMethod]
    public async Task Two_who_write_a_setting_at_once_leave_one_value_and_two_values_stop_nobody()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        using var client = new ServiceClient(environment.Gateway.Address, _ => Task.FromResult("me"));
        var variables = new EnvironmentVariables(client);
        var unwritten = (await variables.FindAsync("cov_UsageCurrency", CancellationToken.None))!;
        await variables.WriteAsync(unwritten, "EUR", CancellationToken.None);
        var late = await Assert.ThrowsExactlyAsync<FaultException<OrganizationServiceFault>>(() => variables.WriteAsync(unwritten, "USD", CancellationToken.None));
        Assert.IsTrue(late.IsOvertaken(), late.Message);

        environment.Service.Create(new Entity("environmentvariablevalue") { ["value"] = "CHF", ["environmentvariabledefinitionid"] = new EntityReference("environmentvariabledefinition", unwritten.Definition) });
        var outcome = await environment.DeployAsync("--set", "cov_UsageCurrency=GBP");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
    }

    [TestMethod]
    public async Task The_same_again_writes_nothing()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var before = environment.State();
        var outcome = await environment.DeployAsync();
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.EndsWith("The environment is as it should be; nothing was written.\n", outcome.Output);
        Assert.IsEmpty(environment.Gateway.Writes);
        Assert.AreEqual(before, environment.State());
    }

    [TestMethod]
    public async Task What_if_tells_all_and_writes_nothing()
    {
        await using var environment = await TestEnvironment.StartAsync();
        var before = environment.State();
        var outcome = await environment.DeployAsync("--what-if");
        Assert.AreEqual((1, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.IsEmpty(environment.Gateway.Writes);
        Assert.AreEqual(before, environment.State());
        Assert.Contains("+ CrmAddon 1.0.0.0, unmanaged", outcome.Output);
        Assert.Contains("+ cov_CrmAddon.Plugins", outcome.Output);
        Assert.Contains("+ step ", outcome.Output);
        Assert.Contains("+ cov_CloseMonth is carried out by", outcome.Output);
        Assert.EndsWith("changes would be made. Nothing was written.\n", outcome.Output);
    }

    [TestMethod]
    public async Task What_if_where_nothing_differs_ends_with_0()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var outcome = await environment.DeployAsync("--what-if");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.IsEmpty(environment.Gateway.Writes);
    }

    [TestMethod]
    public async Task What_was_deployed_is_exported_without_a_difference()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var outcome = await environment.DeployAsync("--what-if", "--force");
        Assert.AreEqual((1, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.Contains("  ~ CrmAddon 1.0.0.0 again, unmanaged\n      No difference in contents is found", outcome.Output);
    }

    [TestMethod]
    public async Task Where_the_form_of_Sales_is_not_used_the_others_are_named()
    {
        await using var environment = await TestEnvironment.StartAsync();
        environment.Service.Create(new Entity("systemform")
        {
            ["name"] = "Our Deals", ["objecttypecode"] = "opportunity", ["type"] = new OptionSetValue(2), ["formactivationstate"] = new OptionSetValue(1),
            ["formxml"] = "<form><tabs><tab name=\"first\" id=\"{0b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0203}\"><labels /><columns /></tab></tabs></form>",
        });
        environment.Service.Update(new Entity("systemform", new System.Guid("a837e4a7-01b8-4f82-a475-be9abd67e667")) { ["formactivationstate"] = new OptionSetValue(0) });
        var told = await environment.DeployAsync("--what-if");
        Assert.Contains("The tab Partners is in no form of opportunity but the one of the app Partner Programs", told.Output);
        Assert.Contains("Name the one in which people work by --form; there are: Our Deals.", told.Output);
        Assert.DoesNotContain("in no form of account", told.Output);
        Assert.DoesNotContain("in no form of", (await environment.DeployAsync("--what-if", "--form", "Our Deals")).Output);
    }

    [TestMethod]
    public async Task A_form_of_the_company_s_own_gets_the_tab_and_keeps_it_up_to_date()
    {
        await using var environment = await TestEnvironment.DeployedAsync();
        var form = environment.Service.Create(new Entity("systemform")
        {
            ["name"] = "Our Deals", ["objecttypecode"] = "opportunity", ["type"] = new OptionSetValue(2), ["formactivationstate"] = new OptionSetValue(1),
            ["formxml"] = "<form><tabs><tab name=\"first\" id=\"{0b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0203}\"><labels /><columns /></tab></tabs></form>",
        });
        var refused = await environment.DeployAsync("--form", "Your Deals");
        Assert.AreEqual(2, refused.Code);
        Assert.Contains("There is no active main form 'Your Deals' of", refused.Error);
        Assert.Contains("Our Deals", refused.Error);
        Assert.IsEmpty(environment.Gateway.Writes);

        var outcome = await environment.DeployAsync("--form", "our deals");
        Assert.AreEqual((0, ""), (outcome.Code, outcome.Error), outcome.Output);
        Assert.Contains("+ tab Partners in the form Our Deals of opportunity", outcome.Output);
        string Xml() => environment.Service.Retrieve("systemform", form, new ColumnSet("formxml")).GetAttributeValue<string>("formxml")!;
        Assert.Contains("tab_partners", Xml());

        environment.Service.Update(new Entity("systemform", form) { ["formxml"] = Xml().Replace("cov_motion", "cov_source", System.StringComparison.Ordinal) });
        Assert.Contains("~ tab Partners in the form Our Deals of opportunity", (await environment.DeployAsync()).Output);
        environment.Gateway.Forget();
        Assert.AreEqual(0, (await environment.DeployAsync()).Code);
        Assert.IsEmpty(environment.Gateway.Writes);
    }
}
