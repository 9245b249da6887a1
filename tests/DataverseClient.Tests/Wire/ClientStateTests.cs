using System;
using System.Collections.Concurrent;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests.Wire;

/// <summary>What a client keeps, how long it waits, and for whom.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ClientStateTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");

    [TestMethod]
    public async Task A_clone_asks_for_the_version_itself()
    {
        await using var server = await ScriptedServer.StartAsync();
        var client = server.Connect();
        using var clone = client.Clone();
        client.Dispose();
        server.Then(new Reply(500), new Reply(401), new Reply(200, """{"Version":"9.2.25061.138"}"""));
        Assert.AreEqual(new Version(0, 0), clone.ConnectedOrgVersion);
        Assert.AreEqual(new Version(0, 0), clone.ConnectedOrgVersion);
        Assert.AreEqual(new Version(9, 2, 25061, 138), clone.ConnectedOrgVersion);
        using var another = clone.Clone();
        Assert.AreEqual(new Version(9, 2, 25061, 138), another.ConnectedOrgVersion);
        Assert.HasCount(4, server.Requests);
    }

    [TestMethod]
    public async Task A_success_ends_the_last_failure()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        server.Then(Reply.Refusal(404, "0x80040217", "Does not exist."), new Reply(204));
        Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => client.Delete("account", Id));
        Assert.AreEqual("Does not exist.", client.LastError);
        client.Delete("account", Id);
        Assert.AreEqual("", client.LastError);
        Assert.IsNull(client.LastException);
    }

    [TestMethod]
    public async Task The_newest_definitions_can_be_demanded()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.ForceServerMetadataCacheConsistency = true;
        server.Then(new Reply(204));
        client.Delete("account", Id);
        Assert.AreEqual("Strong", server.Requests.Last().Headers["Consistency"]);
        Assert.IsFalse(server.Requests.First().Headers.ContainsKey("Consistency"));
    }

    [TestMethod]
    public async Task A_token_that_does_not_come_is_waited_for_no_longer_than_an_answer()
    {
        await using var server = await ScriptedServer.StartAsync();
        await WithTimeoutAsync(() => Task.Run(() =>
        {
            var exception = Assert.ThrowsExactly<DataverseConnectionException>(
                () => new ServiceClient(server.Address, _ => new TaskCompletionSource<string>().Task));
            StringAssert.Contains(exception.Message, "No token");
        }));
        Assert.IsEmpty(server.Requests);
    }

    [TestMethod]
    public async Task A_sign_in_that_gives_up_is_no_cancellation()
    {
        await using var server = await ScriptedServer.StartAsync();
        Assert.ThrowsExactly<DataverseConnectionException>(() => new ServiceClient(server.Address, _ => throw new TaskCanceledException("timed out")));
    }

    [TestMethod]
    public async Task An_environment_that_does_not_say_who_issues_tokens_is_told()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Then(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Broken;
        });
        await WithTimeoutAsync(() => Task.Run(() => Assert.ThrowsExactly<DataverseConnectionException>(
            () => new ServiceClient($"AuthType=ClientSecret;Url={server.Address};ClientId=my-app;ClientSecret=geheim"))));
    }

    [TestMethod]
    public async Task Who_waits_while_the_client_is_disposed_is_told_so()
    {
        await using var server = await ScriptedServer.StartAsync();
        var client = server.Connect();
        server.Then(async token =>
        {
            client.Dispose();
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Broken;
        });
        await Assert.ThrowsExactlyAsync<ObjectDisposedException>(() => client.DeleteAsync("account", Id));
        Assert.ThrowsExactly<ObjectDisposedException>(() => client.Delete("account", Id));
    }

    [TestMethod]
    [Timeout(30_000)]
    public async Task A_thread_with_a_context_of_its_own_does_not_wait_for_itself()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Then(ScriptedServer.WhoAmI, new Reply(200, $$"""{"accountid":"{{Id}}","name":"Contoso"}"""));
        var done = new TaskCompletionSource<string>();
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new OneThread());
            // The program's own function comes back to the context, unlike the client's.
            using var client = new ServiceClient(server.Address, async _ =>
            {
                await Task.Yield();
                return "token";
            });
            done.SetResult(client.Retrieve("account", Id, new ColumnSet("name")).GetAttributeValue<string>("name")!);
        }) { IsBackground = true };
        thread.Start();
        Assert.AreEqual("Contoso", await done.Task);
    }

    [TestMethod]
    [DataRow("99999999999999999999")]
    [DataRow("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_wait_that_is_a_mistake_is_capped(string retryAfter)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        var clock = new ImpatientClock();
        client.Clock = clock;
        server.Then(Reply.Refusal(429, "0x80072322", "Too many requests.", retryAfter), new Reply(204));
        client.Delete("account", Id);
        Assert.AreEqual(TimeSpan.FromDays(1), clock.Waits.Max());
    }

    private static async Task WithTimeoutAsync(Func<Task> act)
    {
        var usual = ServiceClient.MaxConnectionTimeout;
        try
        {
            ServiceClient.MaxConnectionTimeout = TimeSpan.FromMilliseconds(200);
            await act().WaitAsync(TimeSpan.FromSeconds(20));
        }
        finally
        {
            ServiceClient.MaxConnectionTimeout = usual;
        }
    }

    /// <summary>As a window's: what comes back waits for its thread, which here never comes to it.</summary>
    private sealed class OneThread : SynchronizationContext
    {
        private readonly ConcurrentQueue<(SendOrPostCallback, object?)> _waiting = new();

        public override void Post(SendOrPostCallback d, object? state) => _waiting.Enqueue((d, state));
    }
}
