using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>Roles and impersonation decide over HTTP as they do inside.</summary>
[TestClass]
public sealed class CallerTests
{
    [TestMethod]
    public async Task A_user_without_a_role_may_do_nothing()
    {
        await using var server = await Server.StartAsync();
        var user = server.User("Bare", role: null);
        using var answer = await SendAsync(server, HttpMethod.Get, "accounts?$select=name", user);
        Assert.AreEqual((HttpStatusCode.Forbidden, "0x80042f09"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [TestMethod]
    public async Task A_missing_privilege_is_403()
    {
        await using var server = await Server.StartAsync();
        var user = server.User("Sales", "Salesperson");
        using var answer = await SendAsync(server, HttpMethod.Post, "businessunits", user, body: new { name = "mine" });
        Assert.AreEqual((HttpStatusCode.Forbidden, "0x80040220"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [TestMethod]
    public async Task What_a_user_creates_is_his()
    {
        await using var server = await Server.StartAsync();
        var user = server.User("Sales", "System Administrator");
        using var answer = await SendAsync(server, HttpMethod.Post, "accounts?$select=_ownerid_value,_createdby_value", user, body: new { name = "own" }, prefer: "return=representation");
        using var row = await JsonAsync(answer);
        Assert.AreEqual((user, user), (row.RootElement.GetProperty("_ownerid_value").GetGuid(), row.RootElement.GetProperty("_createdby_value").GetGuid()));
    }

    [TestMethod]
    public async Task An_administrator_acts_for_another()
    {
        await using var server = await Server.StartAsync();
        var user = server.User("Sales", "System Administrator");
        foreach (var header in new[] { "MSCRMCallerID", "CallerObjectId" })
        {
            using var answer = await SendAsync(
                server, HttpMethod.Post, "accounts?$select=_createdby_value", null, body: new { name = header }, prefer: "return=representation", forUser: (header, user));
            using var row = await JsonAsync(answer);
            Assert.AreEqual(user, row.RootElement.GetProperty("_createdby_value").GetGuid(), header);
        }
    }

    [TestMethod]
    public async Task Acting_for_another_takes_a_privilege()
    {
        await using var server = await Server.StartAsync();
        var sales = server.User("Sales", "Salesperson");
        var other = server.User("Other", "Salesperson");
        using var answer = await SendAsync(server, HttpMethod.Get, "WhoAmI", sales, forUser: ("MSCRMCallerID", other));
        Assert.AreEqual((HttpStatusCode.Forbidden, "0x8004a110"), (answer.StatusCode, await CodeAsync(answer)));
    }

    private static async Task<HttpResponseMessage> SendAsync(
        Server server, HttpMethod method, string address, Guid? user, object? body = null, string? prefer = null, (string Header, Guid User)? forUser = null)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Authorization", user is null ? "Bearer system" : $"Bearer user:{user}");
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        if (prefer is not null)
        {
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
        }

        if (forUser is { } other)
        {
            request.Headers.TryAddWithoutValidation(other.Header, other.User.ToString());
        }

        return await server.Client.SendAsync(request);
    }

    private static async Task<JsonDocument> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.IsTrue(answer.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer)
    {
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("error").GetProperty("code").GetString();
    }
}
