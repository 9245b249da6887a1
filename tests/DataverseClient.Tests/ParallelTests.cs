using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests;

/// <summary>Many at once, and on behalf of others.</summary>
[TestClass]
public sealed class ParallelTests
{
    [TestMethod]
    public async Task Clones_work_at_the_same_time_and_outlive_their_original()
    {
        await using var environment = await LocalEnvironment.StartAsync();
        var client = environment.Connect();
        var clones = Enumerable.Range(0, 8).Select(_ => client.Clone()).ToArray();
        client.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => client.Create(new Entity("account")));

        var ids = await Task.WhenAll(clones.SelectMany(clone => Enumerable.Range(0, 25).Select(async i =>
        {
            var id = await clone.CreateAsync(new Entity("account") { ["name"] = $"account {i}" });
            var row = await clone.RetrieveAsync("account", id, new ColumnSet("name"));
            Assert.AreEqual($"account {i}", row["name"]);
            return id;
        })));

        Assert.AreEqual(200, ids.Distinct().Count());
        foreach (var clone in clones)
            clone.Dispose();
    }

    [TestMethod]
    public async Task A_caller_is_the_clones_own()
    {
        await using var environment = await LocalEnvironment.StartAsync();
        using var client = environment.Connect();
        var me = (WhoAmIResponse)client.Execute(new WhoAmIRequest());
        var lee = client.Create(new Entity("systemuser") { ["lastname"] = "Lee", ["domainname"] = "lee@example.com", ["businessunitid"] = new EntityReference("businessunit", me.BusinessUnitId) });
        environment.Dataverse.AssignRole(lee, "System Administrator");
        using var other = client.Clone();
        other.CallerId = lee;
        using var signedIn = environment.Connect(lee);

        Assert.AreEqual(lee, Creator(other));
        Assert.AreEqual(lee, Creator(signedIn));
        Assert.AreEqual(me.UserId, Creator(client));

        Guid Creator(IOrganizationService service) => client.Retrieve("account", service.Create(new Entity("account") { ["name"] = "x" }), new ColumnSet("createdby"))
            .GetAttributeValue<EntityReference>("createdby")!.Id;
    }

    [TestMethod]
    public async Task A_row_is_created_and_read_in_one_request()
    {
        await using var environment = await LocalEnvironment.StartAsync();
        using var client = environment.Connect();
        var row = await client.CreateAndReturnAsync(new Entity("fix_order") { ["fix_name"] = "one", ["fix_amount"] = new Money(12m) }, default);
        Assert.AreEqual("one", row["fix_name"]);
        Assert.AreEqual(new Money(12m), row["fix_amount"]);
        Assert.AreEqual(row.Id, client.Retrieve("fix_order", row.Id, new ColumnSet(false)).Id);
    }

    [TestMethod]
    public async Task A_server_that_stops_is_told()
    {
        var environment = await LocalEnvironment.StartAsync();
        using var client = environment.Connect();
        client.MaxRetryCount = 1;
        client.Create(new Entity("account") { ["name"] = "x" });
        await environment.DisposeAsync();
        Assert.ThrowsExactly<Microsoft.PowerPlatform.Dataverse.Client.Utils.DataverseConnectionException>(() => client.Create(new Entity("account") { ["name"] = "y" }));
        StringAssert.Contains(client.LastError, "can't be reached");
    }
}
