using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>What nobody thought of is answered in the form that clients read errors in.</summary>
[TestClass]
public sealed class UnforeseenTests
{
    private const string User = "user:11111111-0000-4000-8000-000000000001";

    [TestMethod]
    public async Task The_web_api_answers_500_with_a_body()
    {
        await using var server = await Server.StartAsync();
        server.Dataverse.Dispose();
        var (status, text) = await GetAsync(server, "WhoAmI", "Authorization", "Bearer " + User);
        Assert.AreEqual(HttpStatusCode.InternalServerError, status);
        StringAssert.Contains(text, "\"code\":\"0x80040216\"", text);
    }

    [TestMethod]
    public async Task The_portal_answers_500_with_a_body()
    {
        await using var server = await Server.StartAsync();
        server.Dataverse.Dispose();
        var (status, text) = await GetAsync(server, "/_api/accounts", "Cookie", "crmaddon-contact=11111111-0000-4000-8000-000000000001");
        Assert.AreEqual(HttpStatusCode.InternalServerError, status);
        StringAssert.Contains(text, "\"code\":\"80040216\"", text);
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(Server server, string address, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await server.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
