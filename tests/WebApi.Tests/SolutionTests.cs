using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CrmAddon.Local.Tests.Solutions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>Solutions over the Web API: what was imported answers at once, under its own addresses.</summary>
[TestClass]
public sealed class SolutionTests
{
    [TestMethod]
    public async Task A_table_that_was_imported_has_its_address_and_its_description()
    {
        await using var server = await StartAsync();
        Assert.AreEqual(HttpStatusCode.NotFound, (await server.Client.GetAsync(Api(server, "sml_things"))).StatusCode);
        Assert.IsFalse((await server.Client.GetStringAsync(Api(server, "$metadata"))).Contains("sml_thing", StringComparison.Ordinal));

        Assert.AreEqual(HttpStatusCode.NoContent, await Import(server, new SmallSolution()));

        Assert.AreEqual(HttpStatusCode.NoContent, (await server.Client.PostAsJsonAsync(Api(server, "sml_things"), new { sml_name = "one", sml_count = 3 })).StatusCode);
        var rows = await Get(server, "sml_things?$select=sml_name&$filter=sml_count eq 3");
        Assert.AreEqual("one", (string)rows["value"]![0]!["sml_name"]!);
        StringAssert.Contains(await server.Client.GetStringAsync(Api(server, "$metadata")), "EntityType Name=\"sml_thing\"");
        Assert.AreEqual("sml_thing", (string)(await Get(server, "EntityDefinitions(LogicalName='sml_thing')?$select=LogicalName"))["LogicalName"]!);
        Assert.AreEqual("sml_things", (string)(await Get(server, ""))["value"]!.AsArray().Single(s => (string)s!["name"]! == "sml_things")!["url"]!);
    }

    [TestMethod]
    public async Task An_asynchronous_import_is_watched()
    {
        await using var server = await StartAsync();
        var job = Guid.NewGuid();

        var answer = await Post(server, "ImportSolutionAsync", new { CustomizationFile = new SmallSolution().Pack(), ImportJobId = job, OverwriteUnmanagedCustomizations = false, PublishWorkflows = true });

        Assert.AreEqual(job.ToString("D"), (string)answer["ImportJobKey"]!);
        server.Dataverse.Async.RunUntilIdle();
        var operation = await Get(server, $"asyncoperations({answer["AsyncOperationId"]})?$select=statecode,statuscode,friendlymessage");
        Assert.AreEqual(30, (int)operation["statuscode"]!);
        Assert.AreEqual(100d, (double)(await Get(server, $"importjobs({job})?$select=progress,data"))["progress"]!);
    }

    [TestMethod]
    public async Task A_solution_is_exported_and_gets_members()
    {
        await using var server = await StartAsync();
        await Import(server, new SmallSolution());

        using var request = new HttpRequestMessage(HttpMethod.Post, Api(server, "systemforms"))
        {
            Content = JsonContent.Create(new { name = "Further", objecttypecode = "sml_thing", type = 2, formxml = "<form />" }),
            Headers = { { "MSCRM.SolutionUniqueName", "Small" } },
        };
        using var response = await server.Client.SendAsync(request);
        Assert.AreEqual(HttpStatusCode.NoContent, response.StatusCode, await response.Content.ReadAsStringAsync());
        await Post(server, "AddSolutionComponent", new { ComponentId = SmallSolution.View, ComponentType = 26, SolutionUniqueName = "Small", AddRequiredComponents = false, DoNotIncludeSubcomponents = false });
        var members = await Get(server, "solutioncomponents?$select=componenttype,objectid&$filter=solutionid/uniquename eq 'Small'&$orderby=componenttype");
        CollectionAssert.AreEqual(new[] { 1, 26, 60, 61 }, members["value"]!.AsArray().Select(m => (int)m!["componenttype"]!).ToArray());

        var exported = Convert.FromBase64String((string)(await Post(server, "ExportSolution", new { SolutionName = "Small", Managed = false }))["ExportSolutionFile"]!);

        Assert.AreEqual("PK", System.Text.Encoding.ASCII.GetString(exported, 0, 2));
        Assert.AreEqual(HttpStatusCode.NoContent, (await server.Client.PostAsJsonAsync(Api(server, "PublishAllXml"), new { })).StatusCode);
        var draft = await Get(server, $"systemforms({SmallSolution.Form})/Microsoft.Dynamics.CRM.RetrieveUnpublished()");
        StringAssert.Contains((string)draft["formxml"]!, "general");
    }

    [TestMethod]
    public async Task A_file_that_is_no_solution_is_refused_with_the_platforms_code()
    {
        await using var server = await StartAsync();

        using var response = await server.Client.PostAsJsonAsync(
            Api(server, "ImportSolution"), new { CustomizationFile = "no zip"u8.ToArray(), ImportJobId = Guid.NewGuid(), OverwriteUnmanagedCustomizations = false, PublishWorkflows = false }, JsonSerializerOptions.Default);

        Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.AreEqual("0x80048060", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["code"]!);
    }

    [TestMethod]
    public async Task Uninstalling_takes_the_address_away()
    {
        await using var server = await StartAsync();
        await Import(server, new SmallSolution { IsManaged = true });
        var solution = (await Get(server, "solutions?$select=solutionid&$filter=uniquename eq 'Small'"))["value"]![0]!["solutionid"]!;

        Assert.AreEqual(HttpStatusCode.NoContent, (await server.Client.DeleteAsync(Api(server, $"solutions({solution})"))).StatusCode);

        Assert.AreEqual(HttpStatusCode.NotFound, (await server.Client.GetAsync(Api(server, "sml_things"))).StatusCode);
    }

    private static async Task<Server> StartAsync()
    {
        var server = await Server.StartAsync();
        server.Client.DefaultRequestHeaders.Authorization = new("Bearer", "me");
        return server;
    }

    private static Uri Api(Server server, string path) => new(server.Host.ApiAddress, path);

    private static async Task<HttpStatusCode> Import(Server server, SmallSolution solution)
    {
        using var response = await server.Client.PostAsJsonAsync(
            Api(server, "ImportSolution"), new { CustomizationFile = solution.Pack(), ImportJobId = Guid.NewGuid(), OverwriteUnmanagedCustomizations = false, PublishWorkflows = false }, JsonSerializerOptions.Default);
        return response.StatusCode;
    }

    private static async Task<JsonNode> Post(Server server, string action, object arguments)
    {
        using var response = await server.Client.PostAsJsonAsync(Api(server, action), arguments, JsonSerializerOptions.Default);
        var text = await response.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, response.StatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static async Task<JsonNode> Get(Server server, string address) => JsonNode.Parse(await server.Client.GetStringAsync(Api(server, address)))!;
}
