using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local;
using CrmAddon.Local.WebApi;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.WebApi.Tests;

/// <summary>A local Dataverse with the fixture's solution, served on the loopback address.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Server>>> Shared = new();

    private readonly string _folder;

    private Server(string folder, LocalDataverse dataverse, WebApiHost host)
    {
        _folder = folder;
        Dataverse = dataverse;
        Host = host;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.ApiAddress };
    }

    public LocalDataverse Dataverse { get; }

    public WebApiHost Host { get; }

    public HttpClient Client { get; }

    /// <summary>One case of a file at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>The server that all cases of a file share.</summary>
    public static Task<Server> OfFile(string file, Func<Server, Task> prepare) => Shared.GetOrAdd(file, _ => new Lazy<Task<Server>>(async () =>
    {
        var server = await StartAsync().ConfigureAwait(false);
        await prepare(server).ConfigureAwait(false);
        return server;
    })).Value;

    public static async Task StopSharedAsync()
    {
        foreach (var server in Shared.Values)
        {
            await (await server.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    public static async Task<Server> StartAsync(WebApiOptions? options = null, TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-webapi-").FullName;
        var dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = Path.Combine(folder, "test.db"),
            SolutionFolders = [Path.Combine(AppContext.BaseDirectory, "Base"), Path.Combine(AppContext.BaseDirectory, "Solution")],
            PluginAssemblies = [Path.Combine(AppContext.BaseDirectory, "Plugins", "CrmAddon.WebApi.Tests.Plugins.dll")],
            Clock = clock ?? TimeProvider.System,
        });
        return new Server(folder, dataverse, await WebApiHost.StartAsync(dataverse, options).ConfigureAwait(false));
    }

    /// <summary>A user with a role; null: with none.</summary>
    public Guid User(string name, string? role)
    {
        var user = Dataverse.CreateService().Create(new Entity("systemuser")
        {
            ["firstname"] = name,
            ["lastname"] = "User",
            ["domainname"] = name + "@example.com",
            ["businessunitid"] = new EntityReference("businessunit", Dataverse.RootBusinessUnitId),
        });
        if (role is not null)
        {
            Dataverse.AssignRole(user, role);
        }

        return user;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Turn.Dispose();
        await Host.DisposeAsync().ConfigureAwait(false);
        Dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
