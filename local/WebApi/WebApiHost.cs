using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.PortalApi;
using CrmAddon.Local.WebApi.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmAddon.Local.WebApi;

/// <summary>
/// Serves a local Dataverse on the loopback address: its Web API (<c>/api/data/v9.2/</c>) and the portal's (<c>/_api/</c>). The database
/// stays open when the host stops.
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
        app.Use(next => context => LoopbackOnly.HandleAsync(context, next));
        var organization = dataverse.Organization;
        var callers = new Callers(organization);
        var parts = new ApiParts(organization, callers);
        MapApi(app, parts, callers, organization.Options, options);
        MapPortal(app, parts, dataverse, options);
        app.MapGet("/", () => "This is a local Dataverse. Its Web API is at /api/data/v9.2/ (send a bearer token), the portal's at /_api/.");
        var host = new WebApiHost(app);
        await app.StartAsync(cancellation).ConfigureAwait(false);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        host.Address = new Uri(addresses.First());
        return host;
    }

    private static void MapApi(WebApplication app, ApiParts parts, Callers callers, LocalDataverseOptions rules, WebApiOptions options)
    {
        var protection = (options.ServiceProtection ?? (rules.Rules.ServiceProtection ? new ServiceProtectionLimits() : null)) is { } limits
            ? new ServiceProtection(limits, rules.Clock)
            : null;
        var endpoint = new ApiEndpoint(parts, callers, protection);
        foreach (var version in new[] { "v9.0", "v9.1", "v9.2" })
        {
            var root = "/api/data/" + version;
            app.Map(root + "/{**path}", context => endpoint.HandleAsync(context, root));
        }
    }

    private static void MapPortal(WebApplication app, ApiParts parts, LocalDataverse dataverse, WebApiOptions options)
    {
        var endpoint = new PortalEndpoint(dataverse, parts, new PortalSession(options.PortalContact));
        app.Map(PortalEndpoint.Root + "/{**path}", endpoint.HandleAsync);
        app.MapGet("/_layout/tokenhtml", endpoint.TokenAsync);
        app.MapPost("/_local/signin", endpoint.SignInAsync);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
