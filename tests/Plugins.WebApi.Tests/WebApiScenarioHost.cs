using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Hosts;

/// <summary>The same local Dataverse as a remote environment: every call of a scenario goes over the wire.</summary>
internal sealed class WebApiScenarioHost : IScenarioHost
{
    private readonly LocalHost _local;
    private readonly WebApiHost _server;
    private readonly Dictionary<Guid, ServiceClient> _clients = [];

    public WebApiScenarioHost(TimeProvider clock)
    {
        _local = new LocalHost(clock);
        _server = WebApiHost.StartAsync(_local.Dataverse).GetAwaiter().GetResult();
    }

    // Everybody signs in: impersonation would leave the administrator as the one who began.
    public IOrganizationService CreateService(Guid? user = null)
    {
        var id = user ?? _local.Dataverse.SystemUserId;
        if (!_clients.TryGetValue(id, out var client))
            _clients[id] = client = new ServiceClient(_server.Address, _ => Task.FromResult($"user:{id}"));
        return client;
    }

    public void RunUntilIdle() => _local.RunUntilIdle();

    public void Dispose()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _local.Dispose();
    }
}
