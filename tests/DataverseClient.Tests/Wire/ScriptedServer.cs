using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.PowerPlatform.Dataverse.Client;

namespace CrmAddon.DataverseClient.Tests.Wire;

/// <summary>
/// A server that answers what a test wants, for what no well-behaved environment does on request. It knows the table <c>account</c>
/// with <c>accountid</c>, <c>name</c> and <c>revenue</c>, as the documentation's samples have it, and <c>solutioncomponent</c> by name.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<CancellationToken, Task<Reply>>> _next = new();

    private ScriptedServer(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>The requests beside those about definitions, in order: method and path with its query.</summary>
    public ConcurrentQueue<Seen> Requests { get; } = new();

    public IEnumerable<string> Lines => Requests.Select(request => request.Line);

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ScriptedServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <summary>Adds an answer to a request to come.</summary>
    public ScriptedServer Then(params Reply[] replies)
    {
        foreach (var reply in replies)
            _next.Enqueue(_ => Task.FromResult(reply));
        return this;
    }

    /// <summary>Adds an answer that a test gives when it wants to.</summary>
    public void Then(Func<CancellationToken, Task<Reply>> reply) => _next.Enqueue(reply);

    public ServiceClient Connect() => new(Address, _ => Task.FromResult("secret-token")) { RetryPauseTime = TimeSpan.FromMilliseconds(1) };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var seen = await Seen.OfAsync(context.Request);
        var reply = Definition(seen.Line);
        if (reply is null)
        {
            Requests.Enqueue(seen);
            if (_next.TryDequeue(out var next))
                reply = await next(context.RequestAborted);
            else if (seen.Path == "WhoAmI")
                reply = WhoAmI;
            else
                reply = new Reply(500, "the test expects no such request");
        }

        if (reply.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            context.Response.Headers.Append(name, value);
        if (reply.Body.Length == 0)
            return;
        context.Response.ContentType = reply.ContentType;
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }

    public static Reply WhoAmI { get; } = new(200,
        """
        {"@odata.context":"https://contoso.api.crm.dynamics.com/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse",
         "BusinessUnitId":"11bb11bb-cc22-dd33-ee44-55ff55ff55ff","UserId":"22cc22cc-dd33-ee44-ff55-66aa66aa66aa","OrganizationId":"33dd33dd-ee44-ff55-aa66-77bb77bb77bb"}
        """);

    private static Reply? Definition(string line) => line switch
    {
        _ when line.StartsWith("GET EntityDefinitions?", StringComparison.Ordinal) =>
            new(200, """{"value":[{"LogicalName":"account","EntitySetName":"accounts","PrimaryIdAttribute":"accountid"},{"LogicalName":"solutioncomponent","EntitySetName":"solutioncomponents","PrimaryIdAttribute":"solutioncomponentid"}]}"""),
        _ when line.Contains("DateTimeAttributeMetadata", StringComparison.Ordinal) => new(200, """{"value":[]}"""),
        _ when line.StartsWith("GET EntityDefinitions(LogicalName='solutioncomponent')", StringComparison.Ordinal) => new(200,
            """{"LogicalName":"solutioncomponent","EntitySetName":"solutioncomponents","PrimaryIdAttribute":"solutioncomponentid","ManyToOneRelationships":[],"Attributes":[]}"""),
        _ when line.StartsWith("GET EntityDefinitions(LogicalName='account')", StringComparison.Ordinal) => new(200,
            """
            {"LogicalName":"account","EntitySetName":"accounts","PrimaryIdAttribute":"accountid","ManyToOneRelationships":[],"Attributes":[
             {"LogicalName":"accountid","SchemaName":"AccountId","AttributeType":"Uniqueidentifier","AttributeTypeName":{"Value":"UniqueidentifierType"}},
             {"LogicalName":"name","SchemaName":"Name","AttributeType":"String","AttributeTypeName":{"Value":"StringType"}},
             {"LogicalName":"revenue","SchemaName":"Revenue","AttributeType":"Money","AttributeTypeName":{"Value":"MoneyType"}}]}
            """),
        _ => null,
    };

    /// <summary>A request that arrived.</summary>
    internal sealed record Seen(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public string Line => $"{Method} {Path}{Query}";

        public static async Task<Seen> OfAsync(HttpRequest request)
        {
            using var reader = new StreamReader(request.Body);
            return new Seen(
                request.Method,
                request.Path.Value!.Replace("/api/data/v9.2/", string.Empty, StringComparison.Ordinal),
                Uri.UnescapeDataString(request.QueryString.Value ?? string.Empty),
                request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync());
        }
    }
}
