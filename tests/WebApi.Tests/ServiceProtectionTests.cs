using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi;
using CrmAddon.Local.WebApi.Protection;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>https://learn.microsoft.com/power-apps/developer/data-platform/api-limits</summary>
[TestClass]
public sealed class ServiceProtectionTests
{
    [TestMethod]
    public async Task A_request_too_many_is_refused_until_the_window_has_passed()
    {
        var clock = new StandingClock();
        await using var server = await Server.StartAsync(Limited(new ServiceProtectionLimits { Requests = 3 }), clock);
        for (var left = 2; left >= 0; left--)
        {
            using var good = await AskAsync(server);
            Assert.AreEqual(HttpStatusCode.OK, good.StatusCode);
            Assert.AreEqual(left.ToString(CultureInfo.InvariantCulture), good.Headers.GetValues("x-ms-ratelimit-burst-remaining-xrm-requests").Single());
            Assert.AreEqual("1,200.00", good.Headers.GetValues("x-ms-ratelimit-time-remaining-xrm-requests").Single());
        }

        using (var refused = await AskAsync(server))
        {
            await RefusedAsync(refused, "0x80072322", "Number of requests exceeded the limit of 3 over time window of 300 seconds.");
            Assert.AreEqual("301", refused.Headers.GetValues("Retry-After").Single());
        }

        clock.Advance(TimeSpan.FromSeconds(301));
        using var again = await AskAsync(server);
        Assert.AreEqual(HttpStatusCode.OK, again.StatusCode);
    }

    [TestMethod]
    public async Task Every_user_has_his_own_limit()
    {
        await using var server = await Server.StartAsync(Limited(new ServiceProtectionLimits { Requests = 1 }), new StandingClock());
        var other = server.User("Other", "System Administrator");
        using var first = await AskAsync(server);
        using var second = await AskAsync(server);
        using var others = await AskAsync(server, $"user:{other}");
        Assert.AreEqual(
            (HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, others.StatusCode));
    }

    [TestMethod]
    public async Task Time_of_execution_is_limited_too()
    {
        // A clock that goes on by a second at each look makes every request long.
        await using var server = await Server.StartAsync(
            Limited(new ServiceProtectionLimits { Execution = TimeSpan.FromSeconds(1) }), new HurryingClock());
        using var first = await AskAsync(server);
        Assert.AreEqual(HttpStatusCode.OK, first.StatusCode);
        using var second = await AskAsync(server);
        await RefusedAsync(second, "0x80072321", "Combined execution time of incoming requests exceeded limit of 1,000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.");
    }

    [TestMethod]
    public async Task Requests_at_the_same_time_are_limited()
    {
        await using var server = await Server.StartAsync(Limited(new ServiceProtectionLimits { Concurrent = 1 }));
        using var gate = new SemaphoreSlim(0);

        // A body that does not end yet keeps the first request going.
        using var content = new WaitingContent(gate);
        using var request = new HttpRequestMessage(HttpMethod.Post, "accounts") { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer system");
        var first = server.Client.SendAsync(request);
        await content.Started;
        HttpResponseMessage second;
        do
        {
            second = await AskAsync(server);
        }
        while (second.StatusCode == HttpStatusCode.OK);

        await RefusedAsync(second, "0x80072326", "Number of concurrent requests exceeded the limit of 1.");
        second.Dispose();
        gate.Release();
        using var created = await first;
        Assert.AreEqual(HttpStatusCode.NoContent, created.StatusCode, await created.Content.ReadAsStringAsync());
    }

    [TestMethod]
    public async Task Without_limits_nothing_is_said_of_them()
    {
        await using var server = await Server.StartAsync();
        using var answer = await AskAsync(server);
        Assert.IsFalse(answer.Headers.Contains("x-ms-ratelimit-burst-remaining-xrm-requests"));
    }

    private static WebApiOptions Limited(ServiceProtectionLimits limits) => new() { ServiceProtection = limits };

    private static async Task<HttpResponseMessage> AskAsync(Server server, string token = "system")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "WhoAmI");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await server.Client.SendAsync(request);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, string code, string message)
    {
        Assert.AreEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.IsTrue(answer.Headers.Contains("Retry-After"));
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var error = body.RootElement.GetProperty("error");
        Assert.AreEqual((code, message), (error.GetProperty("code").GetString(), error.GetProperty("message").GetString()));
    }
}
