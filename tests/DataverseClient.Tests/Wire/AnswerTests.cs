using System;
using System.Linq;
using System.ServiceModel;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Queries;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests.Wire;

/// <summary>Requests and answers as the documentation shows them.</summary>
[TestClass]
public sealed class AnswerTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");

    [TestMethod]
    public async Task Every_request_carries_the_headers_of_the_protocol()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        var who = server.Requests.Single().Headers;
        Assert.AreEqual("Bearer secret-token", who["Authorization"]);
        Assert.AreEqual("4.0", who["OData-Version"]);
        Assert.AreEqual("4.0", who["OData-MaxVersion"]);
        Assert.AreEqual("application/json", who["Accept"]);
        Assert.AreEqual("null", who["If-None-Match"]);
        Assert.IsTrue(client.IsReady);
        Assert.AreEqual(new Guid("33dd33dd-ee44-ff55-aa66-77bb77bb77bb"), client.ConnectedOrgId);
        Assert.AreEqual(new Uri(server.Address, "/api/data/v9.2/"), client.ConnectedOrgUriActual);
        Assert.AreEqual("", client.LastError);
        Assert.AreEqual(AuthenticationType.ExternalTokenManagement, client.ActiveAuthenticationType);
    }

    [TestMethod]
    public async Task The_recommended_parallelism_is_what_the_environment_says()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Then(ScriptedServer.WhoAmI.With("x-ms-dop-hint", "26"));
        using var client = server.Connect();
        Assert.AreEqual(26, client.RecommendedDegreesOfParallelism);
        using var clone = client.Clone();
        Assert.AreEqual(26, clone.RecommendedDegreesOfParallelism);
    }

    [TestMethod]
    public async Task A_caller_is_named_by_header()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(new Reply(204), new Reply(204), new Reply(204));
        client.CallerId = Id;
        client.SessionTrackingId = Id;
        client.Delete("account", Id);
        client.CallerAADObjectId = new Guid("00000000-0000-0000-0000-000000000002");
        client.Delete("account", Id);
        client.Execute(new DeleteRequest
        {
            Target = new EntityReference("account", Id), RequestId = Id, ["BypassCustomPluginExecution"] = true, ["tag"] = "from a test",
        });

        var requests = server.Requests.Skip(1).ToArray();
        Assert.AreEqual(Id.ToString(), requests[0].Headers["MSCRMCallerID"]);
        Assert.AreEqual(Id.ToString(), requests[0].Headers["x-ms-client-session-id"]);
        Assert.AreEqual("00000000-0000-0000-0000-000000000002", requests[1].Headers["CallerObjectId"]);
        Assert.IsFalse(requests[1].Headers.ContainsKey("MSCRMCallerID"));
        Assert.AreEqual("true", requests[2].Headers["MSCRM.BypassCustomPluginExecution"]);
        Assert.AreEqual(Id.ToString(), requests[2].Headers["x-ms-client-request-id"]);
        Assert.AreEqual("?tag=from a test", requests[2].Query);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Requests_stay_at_one_server_unless_told_otherwise(bool affinity)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.EnableAffinityCookie = affinity;
        server.Then(new Reply(204).With("Set-Cookie", "ARRAffinity=abc; path=/; HttpOnly"), new Reply(204));
        client.Delete("account", Id);
        client.Delete("account", Id);
        Assert.AreEqual(affinity, server.Requests.Last().Headers.TryGetValue("Cookie", out var cookie) && cookie == "ARRAffinity=abc");
    }

    [TestMethod]
    public async Task A_refusal_tells_all_that_the_answer_tells()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        // The example of "Compose HTTP requests and handle errors".
        server.Then(new Reply(400,
            """
            {"error":{"code":"0x80040265","message":"Example Error Message.",
              "@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus":"1","@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode":"12345",
              "@Microsoft.PowerApps.CDS.HelpLink":"http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a80040265&client=platform",
              "@Microsoft.PowerApps.CDS.TraceText":"\r\n[MyNamespace.MyPlugin: MyNamespace.MyPlugin]\r\n","@Microsoft.PowerApps.CDS.InnerError.Message":"Inner"}}
            """));
        var exception = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => client.Delete("account", Id));
        var fault = exception.Detail;
        Assert.AreEqual("Example Error Message.", exception.Message);
        Assert.AreEqual(unchecked((int)0x80040265), fault.ErrorCode);
        Assert.AreEqual("1", fault.ErrorDetails["OperationStatus"]);
        Assert.AreEqual("12345", fault.ErrorDetails["SubErrorCode"]);
        Assert.AreEqual(400, fault.ErrorDetails["ApiHttpStatusCode"]);
        StringAssert.Contains(fault.TraceText!, "MyPlugin");
        StringAssert.StartsWith(fault.HelpLink!, "http://go.microsoft.com/");
        Assert.AreEqual("Inner", fault.InnerFault!.Message);
        Assert.AreEqual("Example Error Message.", client.LastError);
    }

    [TestMethod]
    public async Task Missing_privileges_are_a_fault_and_a_closed_door_is_none()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(
            Reply.Refusal(403, "0x80040220", "SecLib::AccessCheckEx failed."),
            new Reply(403),
            Reply.Refusal(401, "0x80072560", "The user is not a member of the organization."),
            new Reply(418, "<html>teapot</html>") { ContentType = "text/html" });
        Assert.AreEqual(
            unchecked((int)0x80040220), Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => client.Delete("account", Id)).Detail.ErrorCode);
        Assert.ThrowsExactly<DataverseConnectionException>(() => client.Delete("account", Id));
        var closed = Assert.ThrowsExactly<DataverseConnectionException>(() => client.Delete("account", Id));
        StringAssert.Contains(closed.Message, "The user is not a member of the organization.");
        Assert.DoesNotContain("secret-token", closed.ToString());
        StringAssert.Contains(Assert.ThrowsExactly<DataverseOperationException>(() => client.Delete("account", Id)).Message, "teapot");
    }

    [TestMethod]
    public void The_cookie_of_a_page_is_taken_out_of_its_wrapping()
    {
        // The example of "Page results using FetchXml".
        const string Annotation =
            "<cookie pagenumber=\"2\" pagingcookie=\"%253ccookie%2520page%253d%25221%2522%253e%253cfullname%2520last%253d%2522Susanna%2520Stubberod%2520%2528sample%2529%2522%2520first%253d%2522Yvonne%2520McKay%2520%2528sample%2529%2522%2520%252f%253e%253ccontactid%2520last%253d%2522%257b70BF4D48-34CB-ED11-B596-0022481D68CD%257d%2522%2520first%253d%2522%257b49B0BE2E-D01C-ED11-B83E-000D3A572421%257d%2522%2520%252f%253e%253c%252fcookie%253e\" istracking=\"False\" />";
        Assert.AreEqual(
            "<cookie page=\"1\"><fullname last=\"Susanna Stubberod (sample)\" first=\"Yvonne McKay (sample)\" /><contactid last=\"{70BF4D48-34CB-ED11-B596-0022481D68CD}\" first=\"{49B0BE2E-D01C-ED11-B83E-000D3A572421}\" /></cookie>",
            QueryPage.Cookie(Annotation));
    }

    [TestMethod]
    public async Task A_page_is_read_as_documented()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(new Reply(200,
            """
            {"@Microsoft.Dynamics.CRM.totalrecordcount":2,"@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded":false,"@Microsoft.Dynamics.CRM.morerecords":true,
             "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie":"<cookie pagenumber=\"2\" pagingcookie=\"%253ccookie%2520page%253d%25221%2522%252f%253e\" istracking=\"False\" />",
             "value":[{"@odata.etag":"W/\"4711\"","revenue@OData.Community.Display.V1.FormattedValue":"$1.50","revenue":1.5,"name":null,"unknown":1,"accountid":"00000000-0000-0000-0000-000000000001"}]}
            """));
        var page = client.RetrieveMultiple(new QueryExpression("account") { ColumnSet = new ColumnSet("name", "revenue"), PageInfo = new PagingInfo { Count = 1, PageNumber = 1 } });
        var row = page.Entities.Single();
        Assert.AreEqual("4711", row.RowVersion);
        Assert.AreEqual(new Money(1.5m), row["revenue"]);
        Assert.AreEqual("$1.50", row.FormattedValues["revenue"]);
        Assert.AreEqual(2, row.Attributes.Count);
        Assert.AreEqual(Id, row.Id);
        Assert.AreEqual((true, 2, "<cookie page=\"1\"/>"), (page.MoreRecords, page.TotalRecordCount, page.PagingCookie));
        Assert.AreEqual(
            "GET accounts?fetchXml=<fetch count=\"1\" page=\"1\"><entity name=\"account\"><attribute name=\"name\" /><attribute name=\"revenue\" /></entity></fetch>",
            server.Lines.Last());
        Assert.AreEqual("odata.include-annotations=\"*\"", server.Requests.Last().Headers["Prefer"]);
    }

    [TestMethod]
    public async Task A_custom_API_is_called_and_read_as_it_is_declared()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(
            new Reply(200, """{"value":[{"isfunction":true,"bindingtype":0,"CustomAPIResponseProperties":[{"uniquename":"Total","type":8}]}]}"""),
            new Reply(200, """{"@odata.context":"...","Total":12.5}"""));
        var response = client.Execute(new OrganizationRequest("new_Total") { ["Id"] = Id, ["Name"] = "it's", ["Deep"] = true });
        Assert.AreEqual(new Money(12.5m), response.Results["Total"]);
        Assert.AreEqual($"GET new_Total(Id=@p0,Name=@p1,Deep=@p2)?@p0={Id}&@p1='it''s'&@p2=true", server.Lines.Last());
    }

    [TestMethod]
    public async Task A_change_never_creates()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(new Reply(204), new Reply(204));
        client.Update(new Entity("account", Id) { ["revenue"] = new Money(1234567.8901m) });
        client.Execute(new UpdateRequest
        {
            Target = new Entity("account", Id) { ["name"] = "ü", RowVersion = "4711" }, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        });
        var requests = server.Requests.Skip(1).ToArray();
        Assert.AreEqual($"PATCH accounts({Id})", requests[0].Line);
        Assert.AreEqual("*", requests[0].Headers["If-Match"]);
        Assert.AreEqual("""{"revenue":1234567.8901}""", requests[0].Body);
        Assert.AreEqual("W/\"4711\"", requests[1].Headers["If-Match"]);
        Assert.AreEqual("""{"name":"ü"}""", requests[1].Body);
    }
}
