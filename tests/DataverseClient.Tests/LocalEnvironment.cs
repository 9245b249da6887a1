using System;
using System.IO;
using System.Threading.Tasks;
using CrmAddon.Local;
using CrmAddon.Local.WebApi;
using Microsoft.PowerPlatform.Dataverse.Client;

namespace CrmAddon.DataverseClient.Tests;

/// <summary>A local Dataverse of the fixture's solution and plug-ins, served on loopback.</summary>
internal sealed class LocalEnvironment : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApiHost _host;

    private LocalEnvironment(LocalDataverse dataverse, WebApiHost host, string folder)
    {
        _folder = folder;
        Dataverse = dataverse;
        _host = host;
    }

    public LocalDataverse Dataverse { get; }

    public Uri Address => _host.Address;

    public static async Task<LocalEnvironment> StartAsync(bool plugins = false, TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-client-").FullName;
        var files = Path.Combine(AppContext.BaseDirectory, "Fixture");
        var dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = Path.Combine(folder, "client.db"),
            SolutionFolders = [Path.Combine(AppContext.BaseDirectory, "base"), Path.Combine(files, "Solution")],
            PluginAssemblies = plugins ? [Path.Combine(files, "Plugins", "CrmAddon.Local.Tests.Plugins.dll")] : [],
            Clock = clock ?? new StandingClock(),
        });
        return new LocalEnvironment(dataverse, await WebApiHost.StartAsync(dataverse), folder);
    }

    /// <summary>A client as the system user, or as another.</summary>
    public ServiceClient Connect(Guid? user = null) =>
        new(Address, _ => Task.FromResult(user is { } id ? $"user:{id}" : "token")) { RetryPauseTime = TimeSpan.FromMilliseconds(10) };

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);
    }
}
