using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmAddon.Deployment.Tests;

/// <summary>
/// Stands between a client and an environment, on the wire: keeps what was asked, and breaks requests before or after the environment has
/// carried them out, as networks do.
/// </summary>
internal sealed class Gateway : IAsyncDisposable
{
    private static readonly string[] OfOneHop = ["Connection", "Content-Length", "Host", "Keep-Alive", "Transfer-Encoding", "Upgrade"];

    private readonly HttpClient _environment;
    private readonly WebApplication _app;
    private readonly Lock _keeping = new();
    private readonly List<string> _writes = [];

    private Gateway(WebApplication app, Uri environment)
    {
        _app = app;
        _environment = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = environment, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Told of each write before it is let through: with how many there were before, and with what tells writes apart.</summary>
    public Func<int, string, Fault> OnWrite { get; set; } = (_, _) => Fault.None;

    /// <summary>The requests that may change something, such as <c>PATCH customapis(...)</c>.</summary>
    public IReadOnlyList<string> Writes
    {
        get
        {
            lock (_keeping)
                return [.. _writes];
        }
    }

    public static async Task<Gateway> StartAsync(Uri environment)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 33 * 1024;
        });
        var app = builder.Build();
        var gateway = new Gateway(app, environment);
        app.Run(gateway.PassAsync);
        await app.StartAsync();
        gateway.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return gateway;
    }

    /// <summary>Forgets what was asked.</summary>
    public void Forget()
    {
        lock (_keeping)
            _writes.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _environment.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        var fault = Fault.None;
        if (IsWrite(context.Request, content))
        {
            lock (_keeping)
            {
                var write = $"{context.Request.Method} {context.Request.Path.Value!.Split('/')[^1]}";
                // Each import has an id of its own, though it is the same.
                fault = OnWrite(_writes.Count, write.EndsWith("Async", StringComparison.Ordinal) ? write : $"{write} {Convert.ToHexString(SHA256.HashData(content.ToArray()))}");
                _writes.Add(write);
            }
        }

        if (fault == Fault.Before)
        {
            context.Abort();
            return;
        }

        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        if (content.Length > 0)
            request.Content = new ByteArrayContent(content.ToArray());
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfOneHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var answer = await _environment.SendAsync(request, context.RequestAborted);
        if (fault == Fault.After)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfOneHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            // The environment names itself; whoever asked shall come back here.
            context.Response.Headers[name] = values.Select(value => value.Replace(_environment.BaseAddress!.ToString(), Address.ToString(), StringComparison.Ordinal)).ToArray();
        }

        // An answer without content (204) takes none, not even an empty one.
        if (await answer.Content.ReadAsByteArrayAsync() is { Length: > 0 } body)
            await context.Response.Body.WriteAsync(body);
    }

    // An export changes nothing, and neither does a batch of reads, as which long queries travel.
    private static bool IsWrite(HttpRequest request, MemoryStream content)
    {
        if (HttpMethods.IsGet(request.Method) || request.Path.Value!.EndsWith("/ExportSolution", StringComparison.Ordinal))
            return false;
        return !request.Path.Value.EndsWith("/$batch", StringComparison.Ordinal)
            || Encoding.UTF8.GetString(content.ToArray()).Split('\n').Any(line => line.StartsWith("POST ", StringComparison.Ordinal) || line.StartsWith("PATCH ", StringComparison.Ordinal) || line.StartsWith("DELETE ", StringComparison.Ordinal));
    }
}

/// <summary>What happens to a request on its way.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It never arrives.</summary>
    Before,

    /// <summary>It is carried out, but the answer never arrives.</summary>
    After,
}
