using System;
using System.Linq;
using System.ServiceModel;
using System.Threading.Tasks;
using CrmAddon.DataverseClient.Tests.Wire;
using CrmAddon.Local.WebApi;
using CrmAddon.Local.WebApi.Protection;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.DataverseClient.Tests;

/// <summary>Against the limits of the local Web API, which are those of the platform, made small.</summary>
[TestClass]
public sealed class ThrottleTests
{
    private static readonly ServiceProtectionLimits Small = new() { Requests = 12, Window = TimeSpan.FromSeconds(2) };

    [TestMethod]
    public async Task A_client_that_obeys_gets_all_its_rows_in()
    {
        await using var environment = await LocalEnvironment.StartAsync(clock: TimeProvider.System);
        await using var limited = await WebApiHost.StartAsync(environment.Dataverse, new WebApiOptions { ServiceProtection = Small });
        using var client = new ServiceClient(limited.Address, _ => Task.FromResult("token"));
        var ids = Enumerable.Range(0, 20).Select(i => client.Create(new Entity("account") { ["name"] = $"{i}" })).ToList();
        Assert.AreEqual(20, ids.Distinct().Count());
    }

    [TestMethod]
    public async Task A_client_that_may_not_wait_is_told_how_long_it_would_have_to()
    {
        await using var environment = await LocalEnvironment.StartAsync();
        await using var limited = await WebApiHost.StartAsync(environment.Dataverse, new WebApiOptions { ServiceProtection = Small with { Window = TimeSpan.FromMinutes(5) } });
        using var client = new ServiceClient(limited.Address, _ => Task.FromResult("token")) { MaxRetryCount = 2 };
        var clock = new ImpatientClock();
        client.Clock = clock;
        var exception = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() =>
        {
            for (var i = 0; i < 20; i++)
                client.Create(new Entity("account") { ["name"] = $"{i}" });
        });
        Assert.AreEqual(unchecked((int)0x80072322), exception.Detail.ErrorCode);
        Assert.IsInstanceOfType<TimeSpan>(exception.Detail.ErrorDetails["Retry-After"]);
        Assert.AreEqual(2, clock.Waits.Count(wait => wait > TimeSpan.FromSeconds(1)));
    }
}
