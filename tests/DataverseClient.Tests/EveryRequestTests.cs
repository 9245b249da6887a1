using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests;

/// <summary>Each request of the SDK comes back as its response or is refused with the reason; none comes back as something else.</summary>
[TestClass]
public sealed class EveryRequestTests
{
    private static LocalEnvironment _environment = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) => _environment = await LocalEnvironment.StartAsync();

    [ClassCleanup]
    public static async Task Stop() => await _environment.DisposeAsync();

    public static IEnumerable<object[]> Requests() => new[] { typeof(CreateRequest).Assembly, typeof(WhoAmIRequest).Assembly }
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.IsSubclassOf(typeof(OrganizationRequest)))
        .Select(type => new object[] { type });

    [TestMethod]
    [DynamicData(nameof(Requests))]
    public void A_request_is_answered_by_its_response_or_refused(Type type)
    {
        using var client = _environment.Connect();
        var request = (OrganizationRequest)Activator.CreateInstance(type)!;
        try
        {
            Assert.AreEqual(request.RequestName + "Response", client.Execute(request).GetType().Name);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            // Empty requests are mostly wrong; what the client leaves out says so itself.
            Assert.AreEqual(MessageCatalog.Absent.Contains(request.RequestName), e.Message.Contains("not carried out over the Web API", StringComparison.Ordinal), e.Message);
        }
    }

    [TestMethod]
    public void Every_request_is_known_to_the_client()
    {
        var unknown = Requests().Select(row => ((OrganizationRequest)Activator.CreateInstance((Type)row[0])!).RequestName)
            .Where(name => !MessageCatalog.Knows(name)).ToArray();
        // Actions by name, with the parameters as the SDK has them.
        CollectionAssert.AreEquivalent(new[] { "GetNextAutoNumberValue", "SetAutoNumberSeed" }, unknown);
    }

    [TestMethod]
    public void Autonumbers_are_asked_for_and_set()
    {
        using var client = _environment.Connect();
        var set = client.Execute(new SetAutoNumberSeedRequest { EntityName = "fix_order", AttributeName = "fix_number", Value = 7000 });
        Assert.IsInstanceOfType<SetAutoNumberSeedResponse>(set);
        var seed = (GetAutoNumberSeedResponse)client.Execute(new GetAutoNumberSeedRequest { EntityName = "fix_order", AttributeName = "fix_number" });
        Assert.AreEqual(7000L, seed.AutoNumberSeedValue);
        var next = (GetNextAutoNumberValueResponse)client.Execute(new GetNextAutoNumberValueRequest { EntityName = "fix_order", AttributeName = "fix_number" });
        Assert.AreEqual(7000L, next.NextAutoNumberValue);
    }

    [TestMethod]
    public void The_environment_says_what_it_is()
    {
        using var client = _environment.Connect();
        var detail = ((RetrieveCurrentOrganizationResponse)client.Execute(new RetrieveCurrentOrganizationRequest())).Detail;
        Assert.AreEqual(client.ConnectedOrgId, detail.OrganizationId);
        Assert.AreEqual("local", detail.UniqueName);
        Assert.AreEqual("local", client.ConnectedOrgUniqueName);
        Assert.AreEqual("local", client.ConnectedOrgFriendlyName);
        Assert.AreEqual(client.ConnectedOrgId.ToString(), client.EnvironmentId);
        Assert.AreEqual(Guid.Empty, client.TenantId);
        Assert.AreEqual("token", client.CurrentAccessToken);
        Assert.AreEqual(client.ConnectedOrgUriActual.ToString(), detail.Endpoints[Microsoft.Xrm.Sdk.Organization.EndpointType.OrganizationDataService]);
    }

    [TestMethod]
    public async Task A_row_is_created_and_returned()
    {
        using var client = _environment.Connect();
        var row = await client.CreateAndReturnAsync(new Entity("account") { ["name"] = "Contoso" });
        Assert.AreEqual("Contoso", row.GetAttributeValue<string>("name"));
    }

    [TestMethod]
    public void Privileges_are_given_to_a_role_and_taken()
    {
        using var client = _environment.Connect();
        var unit = ((WhoAmIResponse)client.Execute(new WhoAmIRequest())).BusinessUnitId;
        var role = client.Create(new Entity("role") { ["name"] = "Clerk", ["businessunitid"] = new EntityReference("businessunit", unit) });
        var privilege = client.RetrieveMultiple(new QueryExpression("privilege")
        {
            Criteria = { Conditions = { new ConditionExpression("name", ConditionOperator.Equal, "prvReadAccount") } },
        }).Entities.Single().Id;
        client.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = [new RolePrivilege((int)PrivilegeDepth.Local, privilege)] });
        Assert.AreEqual(PrivilegeDepth.Local, Held(client, role).Single(held => held.PrivilegeId == privilege).Depth);
        client.Execute(new ReplacePrivilegesRoleRequest { RoleId = role, Privileges = [new RolePrivilege((int)PrivilegeDepth.Global, privilege)] });
        Assert.AreEqual(PrivilegeDepth.Global, Held(client, role).Single(held => held.PrivilegeId == privilege).Depth);
        client.Execute(new RemovePrivilegeRoleRequest { RoleId = role, PrivilegeId = privilege });
        Assert.DoesNotContain(privilege, Held(client, role).Select(held => held.PrivilegeId));
    }

    [TestMethod]
    public void A_currency_has_a_rate()
    {
        using var client = _environment.Connect();
        var currency = client.RetrieveMultiple(new QueryExpression("transactioncurrency") { ColumnSet = new ColumnSet("exchangerate") }).Entities[0];
        var rate = (RetrieveExchangeRateResponse)client.Execute(new RetrieveExchangeRateRequest { TransactionCurrencyId = currency.Id });
        Assert.AreEqual(currency.GetAttributeValue<decimal>("exchangerate"), rate.ExchangeRate);
    }

    private static RolePrivilege[] Held(ServiceClient client, Guid role) =>
        ((RetrieveRolePrivilegesRoleResponse)client.Execute(new RetrieveRolePrivilegesRoleRequest { RoleId = role })).RolePrivileges;
}
