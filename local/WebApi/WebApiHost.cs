using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmAddon.Local.WebApi;

/// <summary>
/// Serves a local Dataverse's Web API on the loopback address: <c>/api/data/v9.2/</c>. The database stays open when the host stops.
/// </summary>
public sealed class WebApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebApiHost(WebApplication app) => _app = app;

    /// <summary>The environment's address, such as <c>http://127.0.0.1:5000</c>: what a client takes for <c>https://org.crm.dynamics.com</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The Web API's address, with a slash at its end.</summary>
    public Uri ApiAddress => new(Address, "/api/data/v9.2/");

    /// <summary>Starts to serve.</summary>
    /// <param name="dataverse">The open Dataverse.</param>
    /// <param name="options">Port and limits.</param>
    /// <param name="cancellation">Cancels the start.</param>
    /// <returns>The running host; dispose it to stop.</returns>
    /// <exception cref="System.IO.IOException">The port is taken.</exception>
    public static async Task<WebApiHost> StartAsync(LocalDataverse dataverse, WebApiOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(dataverse);
        options ??= new WebApiOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.LongestBody;

            // An address may hold a query of up to 32 KB, https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/overview
            kestrel.Limits.MaxRequestLineSize = 33 * 1024;
        });
        var app = builder.Build();
        var callers = new Callers(dataverse.Organization);
        var protection = (options.ServiceProtection ?? (dataverse.Organization.Options.Rules.ServiceProtection ? new ServiceProtectionLimits() : null)) is { } limits ? new ServiceProtection(limits, dataverse.Organization.Options.Clock) : null;
        var endpoint = new ApiEndpoint(new ApiRouter(new ApiService(dataverse.Organization), callers), callers, protection);
        app.Use(next => context => LoopbackOnly.HandleAsync(context, next));
        foreach (var version in new[] { "v9.0", "v9.1", "v9.2" })
        {
            app.Map($"/api/data/{version}/{{**path}}", endpoint.HandleAsync);
        }

        var host = new WebApiHost(app);
        await app.StartAsync(cancellation).ConfigureAwait(false);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        host.Address = new Uri(addresses.First());
        return host;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
