using System;
using System.Linq;
using System.ServiceModel;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.DataverseClient.Tests.Wire;

/// <summary>Messages that go by their names: how it is found out what they are, and what their parameters look like.</summary>
[TestClass]
public sealed class NamedMessageTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");

    private static Reply Function { get; } = new(200, """{"value":[{"isfunction":true,"bindingtype":0,"boundentitylogicalname":null,"CustomAPIResponseProperties":[]}]}""");

    private static Reply Nothing { get; } = new(200, """{"value":[]}""");

    private static Reply Described { get; } = new(
        200,
        """
        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
        <Schema Namespace="Microsoft.Dynamics.CRM" xmlns="http://docs.oasis-open.org/odata/ns/edm"><Function Name="new_Ask" /></Schema>
        </edmx:DataServices></edmx:Edmx>
        """) { ContentType = "application/xml" };

    [TestMethod]
    public async Task What_a_message_is_is_asked_as_who_signed_in_and_kept()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.CallerId = Id;
        server.Then(Function, new Reply(204), new Reply(204));
        client.Execute(new OrganizationRequest("new_Ask"));
        client.Execute(new OrganizationRequest("new_Ask"));
        var requests = server.Requests.Skip(1).ToArray();
        Assert.HasCount(3, requests);
        Assert.IsFalse(requests[0].Headers.ContainsKey("MSCRMCallerID"));
        Assert.AreEqual(Id.ToString(), requests[1].Headers["MSCRMCallerID"]);
        Assert.AreEqual("GET new_Ask()", requests[2].Line);
    }

    [TestMethod]
    [DataRow("$metadata")]
    [DataRow("customapis")]
    public async Task A_failure_to_find_out_is_not_kept(string failing)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(failing == "customapis" ? new Reply(500) : Nothing, new Reply(500), new Reply(204)); // asked as an action
        client.Execute(new OrganizationRequest("new_Ask"));
        server.Then(Nothing, Described, new Reply(204));
        client.Execute(new OrganizationRequest("new_Ask"));
        Assert.AreEqual("GET new_Ask()", server.Lines.Last());
    }

    [TestMethod]
    public async Task Parameters_of_functions_are_literals()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(Function, new Reply(204));
        client.Execute(new OrganizationRequest("new_Ask")
        {
            ["Text"] = "it's", ["Id"] = Id, ["On"] = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc), ["Number"] = 5, ["Flag"] = true,
        });
        Assert.AreEqual(
            $"GET new_Ask(Text=@p0,Id=@p1,On=@p2,Number=@p3,Flag=@p4)?@p0='it''s'&@p1={Id}&@p2=2026-03-10T09:00:00Z&@p3=5&@p4=true", server.Lines.Last());
    }

    [TestMethod]
    public async Task A_row_named_by_its_key_stays_so()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(Nothing, new Reply(404), new Reply(204));
        client.Execute(new OrganizationRequest("new_Do") { ["Account"] = new EntityReference("account", "name", "Contoso") });
        StringAssert.Contains(server.Requests.Last().Body, "\"@odata.id\":\"accounts(name='Contoso')\"");
    }

    [TestMethod]
    public async Task A_solution_is_a_header_of_writes_and_a_parameter_of_others()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(new Reply(204).With("OData-EntityId", $"{server.Address}accounts({Id})"), Nothing, new Reply(404), new Reply(204));
        client.Execute(new CreateRequest { Target = new Entity("account"), ["SolutionUniqueName"] = "mine" });
        Assert.AreEqual("mine", server.Requests.Last().Headers["MSCRM.SolutionUniqueName"]);
        client.Execute(new OrganizationRequest("AddSolutionComponent") { ["SolutionUniqueName"] = "mine" });
        StringAssert.Contains(server.Requests.Last().Body, "\"SolutionUniqueName\":\"mine\"");
        Assert.IsFalse(server.Requests.Last().Headers.ContainsKey("MSCRM.SolutionUniqueName"));
    }

    [TestMethod]
    public async Task A_component_that_leaves_a_solution_goes_as_a_row()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(new Reply(200, $$"""{"id":"{{Id}}"}"""));
        var answer = (Microsoft.Crm.Sdk.Messages.RemoveSolutionComponentResponse)client.Execute(
            new Microsoft.Crm.Sdk.Messages.RemoveSolutionComponentRequest { ComponentId = Id, ComponentType = 26, SolutionUniqueName = "mine" });
        Assert.AreEqual(Id, answer.id);
        Assert.AreEqual(
            $$"""{"SolutionComponent":{"@odata.type":"Microsoft.Dynamics.CRM.solutioncomponent","solutioncomponentid":"{{Id}}"},"ComponentType":26,"SolutionUniqueName":"mine"}""",
            server.Requests.Last().Body);
    }

    [TestMethod]
    public async Task A_merge_names_both_rows()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(new Reply(204));
        client.Execute(new Microsoft.Crm.Sdk.Messages.MergeRequest
        {
            Target = new EntityReference("account", Id), SubordinateId = new Guid("00000000-0000-0000-0000-000000000002"),
            UpdateContent = new Entity("account") { ["name"] = "Contoso" },
        });
        Assert.AreEqual(
            """
            {"Target":{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"00000000-0000-0000-0000-000000000001"},
            "Subordinate":{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"00000000-0000-0000-0000-000000000002"},
            "PerformParentingChecks":false,"UpdateContent":{"@odata.type":"Microsoft.Dynamics.CRM.account","name":"Contoso"}}
            """.ReplaceLineEndings(string.Empty),
            server.Requests.Last().Body);
    }

    [TestMethod]
    public async Task What_is_not_there_is_refused_without_being_sent()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        var refusal = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => client.Execute(new RetrieveAllOptionSetsRequest()));
        StringAssert.Contains(refusal.Message, "not carried out over the Web API");
        Assert.HasCount(1, server.Requests);
    }
}
