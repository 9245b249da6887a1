using System;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests.Wire;

/// <summary>What is sent again, when, and what is not.</summary>
[TestClass]
public sealed class RetryTests
{
    private static readonly Guid Id = new("00000000-0000-0000-0000-000000000001");
    private static readonly Reply Created = new Reply(204).With("OData-EntityId", $"https://contoso.api.crm.dynamics.com/api/data/v9.2/accounts({Id})");
    private static readonly Reply Busy = Reply.Refusal(429, "0x80072322", "Number of requests exceeded the limit of 6000 over time window of 300 seconds.", "7");

    [TestMethod]
    public async Task A_refusal_for_load_is_obeyed_for_as_long_as_it_says()
    {
        await using var server = await ScriptedServer.StartAsync();
        var clock = new ImpatientClock();
        using var client = server.Connect();
        client.Clock = clock;
        server.Then(Busy, Busy, Created);

        Assert.AreEqual(Id, client.Create(new Entity("account") { ["name"] = "Contoso" }));

        CollectionAssert.AreEqual(new[] { "GET WhoAmI", "POST accounts", "POST accounts", "POST accounts" }, server.Lines.ToArray());
        CollectionAssert.AreEqual(new[] { TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7) }, clock.Waits.Where(wait => wait.TotalSeconds < 60).ToArray());
    }

    [TestMethod]
    [DataRow("0x80072322", "Number of requests exceeded the limit of 6000 over time window of 300 seconds.")]
    [DataRow("0x80072321", "Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds.")]
    [DataRow("0x80072326", "Number of concurrent requests exceeded the limit of 52.")]
    public async Task It_gives_up_after_as_many_attempts_as_it_may_make(string code, string message)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.MaxRetryCount = 2;
        client.Clock = new ImpatientClock();
        server.Then([.. Enumerable.Repeat(Reply.Refusal(429, code, message, "3"), 3)]);

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => client.Create(new Entity("account"))).Detail;

        Assert.AreEqual(unchecked((int)Convert.ToUInt32(code, 16)), fault.ErrorCode);
        Assert.AreEqual(message, fault.Message);
        Assert.AreEqual(TimeSpan.FromSeconds(3), fault.ErrorDetails["Retry-After"]);
        Assert.AreEqual(4, server.Requests.Count);
    }

    [TestMethod]
    public async Task No_retries_are_made_when_none_are_allowed()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.MaxRetryCount = 0;
        server.Then(Busy);
        Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => client.Create(new Entity("account")));
        Assert.AreEqual(2, server.Requests.Count);
    }

    [TestMethod]
    [DataRow(429, null, true, DisplayName = "429 without Retry-After")]
    [DataRow(503, "1", true, DisplayName = "503 with Retry-After")]
    [DataRow(503, null, false, DisplayName = "503")]
    [DataRow(502, null, false, DisplayName = "502")]
    [DataRow(500, null, false, DisplayName = "500")]
    [DataRow(0, null, false, DisplayName = "connection broken off")]
    public async Task A_write_is_sent_again_only_if_it_was_surely_not_carried_out(int status, string? retryAfter, bool again)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.Clock = new ImpatientClock();
        var failure = new Reply(status, status == 0 ? "" : "<html>Bad luck</html>") { ContentType = "text/html" };
        server.Then(retryAfter is null ? failure : failure.With("Retry-After", retryAfter), Created);

        if (again)
        {
            Assert.AreEqual(Id, client.Create(new Entity("account")));
        }
        else
        {
            var exception = Assert.Throws<Exception>(() => client.Create(new Entity("account")));
            Assert.IsTrue(exception is DataverseConnectionException or DataverseOperationException, exception.GetType().Name);
            Assert.AreEqual(1, server.Lines.Count(line => line == "POST accounts"));
            Assert.AreSame(exception, client.LastException);
        }
    }

    [TestMethod]
    [DataRow(502)]
    [DataRow(503)]
    [DataRow(504)]
    [DataRow(0)]
    public async Task A_read_is_sent_again_after_a_blip(int status)
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.Clock = new ImpatientClock();
        server.Then(new Reply(status), new Reply(status), new Reply(200, $$"""{"accountid":"{{Id}}","name":"Contoso"}"""));
        Assert.AreEqual("Contoso", client.Retrieve("account", Id, new ColumnSet("name"))["name"]);
    }

    [TestMethod]
    public async Task A_read_is_not_sent_again_for_ever()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.Clock = new ImpatientClock();
        server.Then([.. Enumerable.Repeat(Reply.Broken, 20)]);
        Assert.ThrowsExactly<DataverseConnectionException>(() => client.Retrieve("account", Id, new ColumnSet("name")));
        Assert.IsLessThan(10, server.Requests.Count);
    }

    [TestMethod]
    public async Task A_wait_can_be_cancelled()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        using var stop = new CancellationTokenSource();
        server.Then(async token =>
        {
            await stop.CancelAsync();
            return Busy;
        });
        await Assert.ThrowsAsync<OperationCanceledException>(() => client.CreateAsync(new Entity("account"), stop.Token));
    }

    [TestMethod]
    public async Task A_request_can_be_cancelled()
    {
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        using var stop = new CancellationTokenSource();
        server.Then(async token =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Broken;
        });
        await Assert.ThrowsAsync<OperationCanceledException>(() => client.RetrieveAsync("account", Id, new ColumnSet("name"), stop.Token));
    }

    [TestMethod]
    [DoNotParallelize]
    public async Task A_request_that_is_not_answered_is_given_up()
    {
        var usual = ServiceClient.MaxConnectionTimeout;
        await using var server = await ScriptedServer.StartAsync();
        using var client = server.Connect();
        client.Retrieve("account", Id, new ColumnSet(Warm(server)));
        server.Then(async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Reply.Broken;
        });
        try
        {
            ServiceClient.MaxConnectionTimeout = TimeSpan.FromMilliseconds(200);
            var exception = Assert.ThrowsExactly<DataverseOperationException>(() => client.Create(new Entity("account")));
            StringAssert.Contains(exception.Message, "MaxConnectionTimeout");
            Assert.IsInstanceOfType<TimeoutException>(exception.InnerException);
        }
        finally
        {
            ServiceClient.MaxConnectionTimeout = usual;
        }
    }

    private static string Warm(ScriptedServer server)
    {
        server.Then(new Reply(200, $$"""{"accountid":"{{Id}}","name":"Contoso"}"""));
        return "name";
    }
}
