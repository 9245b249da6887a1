using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.WebApi.Tests;

/// <summary>Much at once.</summary>
[TestClass]
public sealed class LargeTests
{
    [TestMethod]
    public async Task A_body_that_is_too_long_is_413()
    {
        await using var server = await Server.StartAsync(new WebApiOptions { LongestBody = 1000 });
        using var request = Post("accounts", "{\"name\": \"" + new string('x', 2000) + "\"}");
        using var answer = await server.Client.SendAsync(request);
        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [TestMethod]
    public async Task A_batch_takes_a_thousand_requests_and_no_more()
    {
        await using var server = await Server.StartAsync();
        using var fits = await BatchAsync(server, 1000);
        Assert.AreEqual(HttpStatusCode.OK, fits.StatusCode);
        var parts = (await fits.Content.ReadAsStringAsync()).Split("HTTP/1.1 200 OK").Length - 1;
        Assert.AreEqual(1000, parts);
        using var tooMany = await BatchAsync(server, 1001);
        Assert.AreEqual(HttpStatusCode.BadRequest, tooMany.StatusCode);
    }

    [TestMethod]
    public async Task A_set_of_many_rows_comes_in_pages_of_five_thousand()
    {
        await using var server = await Server.StartAsync();
        var service = server.Dataverse.CreateService();
        foreach (var chunk in Enumerable.Range(0, 5001).Chunk(1000))
        {
            var rows = new EntityCollection([.. chunk.Select(i => new Entity("web_part") { ["web_name"] = $"part {i}", ["web_number"] = i })]) { EntityName = "web_part" };
            service.Execute(new CreateMultipleRequest { Targets = rows });
        }

        using var first = await GetAsync(server, "web_parts?$select=web_number&$orderby=web_number&$count=true");
        Assert.AreEqual(5000, first.RootElement.GetProperty("value").GetArrayLength());
        Assert.AreEqual(5000, first.RootElement.GetProperty("@odata.count").GetInt32(), "counts end at 5,000");
        using var second = await GetAsync(server, first.RootElement.GetProperty("@odata.nextLink").GetString()!);
        Assert.AreEqual(5000, second.RootElement.GetProperty("value")[0].GetProperty("web_number").GetInt32());
        Assert.IsFalse(second.RootElement.TryGetProperty("@odata.nextLink", out _));
    }

    [TestMethod]
    public async Task Many_clients_at_once_are_served_one_after_the_other()
    {
        await using var server = await Server.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            using var request = Post("accounts", $"{{\"name\": \"client {i}\"}}");
            using var answer = await server.Client.SendAsync(request);
            return answer.StatusCode;
        }));
        Assert.IsTrue(answers.All(a => a == HttpStatusCode.NoContent));
        using var count = await GetAsync(server, "accounts?$select=name&$count=true&$top=1");
        Assert.AreEqual(50, count.RootElement.GetProperty("@odata.count").GetInt32());
    }

    [TestMethod]
    public async Task More_rows_than_an_aggregate_takes_are_counted()
    {
        await using var server = await Server.StartAsync();
        var service = server.Dataverse.CreateService();
        foreach (var chunk in Enumerable.Range(0, 50_001).Chunk(1000))
        {
            service.Execute(new CreateMultipleRequest { Targets = new EntityCollection([.. chunk.Select(i => new Entity("web_part") { ["web_name"] = "part" })]) { EntityName = "web_part" } });
        }

        using var counts = await GetAsync(server, "RetrieveTotalRecordCount(EntityNames=@p)?@p=[\"web_part\"]");
        Assert.AreEqual(50_001, counts.RootElement.GetProperty("EntityRecordCountCollection").GetProperty("Values")[0].GetInt32());
    }

    private static async Task<HttpResponseMessage> BatchAsync(Server server, int requests)
    {
        var body = new StringBuilder();
        for (var i = 0; i < requests; i++)
        {
            body.Append("--b\r\nContent-Type: application/http\r\n\r\nGET WhoAmI HTTP/1.1\r\n\r\n\r\n");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "$batch") { Content = new StringContent(body.Append("--b--\r\n").ToString()) };
        request.Content.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/mixed; boundary=b");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer system");
        return await server.Client.SendAsync(request);
    }

    private static HttpRequestMessage Post(string address, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer system");
        return request;
    }

    private static async Task<JsonDocument> GetAsync(Server server, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer system");
        using var answer = await server.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, text);
        return JsonDocument.Parse(text);
    }
}
