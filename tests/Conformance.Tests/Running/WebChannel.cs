using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local;
using CrmAddon.Local.WebApi;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Running;

/// <summary>
/// The same cases over the wire: with CONFORMANCE_OVER=web every case talks to its world through ServiceClient and the Web API on
/// loopback instead of in the process.
/// </summary>
internal sealed class WebChannel(LocalDataverse dataverse) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, ServiceClient> _clients = [];
    private WebApiHost? _host;

    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("CONFORMANCE_OVER") == "web";

    /// <summary>A service that connects with its first request: a user who is not let in is refused there.</summary>
    public IOrganizationService As(Guid? user) => new FirstRequest(() => Client(user));

    private ServiceClient Client(Guid? user)
    {
        lock (_gate)
        {
            _host ??= WebApiHost.StartAsync(dataverse).GetAwaiter().GetResult();
            var key = user ?? Guid.Empty;
            if (!_clients.TryGetValue(key, out var client))
            {
                client = new ServiceClient(_host.Address, _ => Task.FromResult(user is { } id ? $"user:{id}" : "token")) { RetryPauseTime = TimeSpan.FromMilliseconds(10) };
                _clients.Add(key, client);
            }

            return client;
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }

        _host?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
