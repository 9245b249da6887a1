using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>
/// Stands for the mail part of Microsoft Graph on the loopback address: takes drafts, finds them by an extended property, and
/// "sends" them as files that a person can open. Nothing leaves the machine.
/// </summary>
public sealed class LoopbackGraph : IAsyncDisposable
{
    private readonly ConcurrentQueue<GraphRequest> _requests = [];
    private readonly WebApplication _app;
    private readonly MailStore _store;
    private readonly string _folder;

    private LoopbackGraph(string folder)
    {
        _folder = folder;
        _store = new MailStore(folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        var messages = _app.MapGroup("/v1.0/users/{user}/messages");
        messages.MapPost("", context => AnswerAsync(context, GraphOperation.CreateDraft, CreateDraft));
        messages.MapGet("", context => AnswerAsync(context, GraphOperation.Find, Find));
        messages.MapGet("/{id}", context => AnswerAsync(context, GraphOperation.Get, Get));
        messages.MapPost("/{id}/send", context => AnswerAsync(context, GraphOperation.Send, Send));
        _app.MapFallback(context => ErrorAsync(context, new GraphException(
            404, "ResourceNotFound", $"This recipient does not know {context.Request.Method} {context.Request.Path}.")));
    }

    /// <summary>The root that a client takes for <c>https://graph.microsoft.com/v1.0</c>.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/v1.0");

    /// <summary>Lets requests go wrong, for tests.</summary>
    public GraphFaults Faults { get; } = new();

    /// <summary>The requests so far, those that went wrong included.</summary>
    public IReadOnlyList<GraphRequest> Requests => [.. _requests];

    /// <summary>The mails that were sent, those of earlier runs with the same folder included, by file name.</summary>
    public IReadOnlyList<DeliveredMail> Delivered =>
        [.. _store.All.Where(message => message.File is not null).OrderBy(message => message.File, StringComparer.Ordinal).Select(message =>
            new DeliveredMail(message.Subject, string.Join(", ", MailFile.RecipientsOf(message)), Path.Combine(_folder, message.File!)))];

    /// <summary>How many messages are drafts.</summary>
    public int Drafts => _store.All.Count(message => message.IsDraft);

    /// <summary>Starts a recipient.</summary>
    /// <param name="folder">Where mails are written; made when it isn't there. A folder of an earlier run is taken up as it was left.</param>
    /// <param name="cancellation">Cancels the start.</param>
    public static async Task<LoopbackGraph> StartAsync(string folder, CancellationToken cancellation = default)
    {
        var recipient = new LoopbackGraph(folder);
        await recipient._app.StartAsync(cancellation).ConfigureAwait(false);
        var server = recipient._app.Services.GetRequiredService<IServer>();
        recipient.BaseUrl = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1.0");
        return recipient;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, GraphOperation operation, Func<HttpContext, JsonObject?, (int, JsonNode?)> work)
    {
        var body = await BodyAsync(context).ConfigureAwait(false);
        _requests.Enqueue(new GraphRequest(operation, body));
        var fault = Faults.Take(operation);
        try
        {
            var (status, answer) = fault is { Works: false } ? (fault.Status ?? 500, null) : work(context, body);
            if (fault is { Drops: true })
            {
                context.Abort();
                return;
            }

            if (fault?.RetryAfter is { } retryAfter)
                context.Response.Headers.RetryAfter = retryAfter;
            if (fault?.Status is { } error)
                throw new GraphException(error, error == 429 ? "ApplicationThrottled" : "ServiceError", "A fault that a test asked for.");
            context.Response.StatusCode = status;
            if (answer is not null)
                await WriteAsync(context, answer).ConfigureAwait(false);
        }
        catch (GraphException e)
        {
            await ErrorAsync(context, e).ConfigureAwait(false);
        }
    }

    private (int, JsonNode?) CreateDraft(HttpContext context, JsonObject? body)
    {
        if (body is null)
            throw new GraphException(400, "BadRequest", "Unable to read JSON request payload.");
        MessageShape.Check(body);
        return (201, Answer(_store.Create(User(context), body)));
    }

    private (int, JsonNode?) Find(HttpContext context, JsonObject? body)
    {
        var (property, value) = PropertyFilter.Read(context.Request.Query["$filter"]);
        var found = _store.Find(User(context), property, value).Select(message => (JsonNode?)Answer(message));
        return (200, new JsonObject { ["value"] = new JsonArray([.. found]) });
    }

    private (int, JsonNode?) Get(HttpContext context, JsonObject? body) => (200, Answer(_store.Get(User(context), Id(context))));

    private (int, JsonNode?) Send(HttpContext context, JsonObject? body)
    {
        _store.Send(User(context), Id(context));
        return (202, null);
    }

    private static string User(HttpContext context) => (string)context.GetRouteValue("user")!;

    private static string Id(HttpContext context) => (string)context.GetRouteValue("id")!;

    private static JsonObject Answer(StoredMessage message) =>
        new() { ["id"] = message.Id, ["isDraft"] = message.IsDraft, ["subject"] = message.Subject };

    private static async Task<JsonObject?> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or 0 && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
            return null;
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, null, default, context.RequestAborted).ConfigureAwait(false) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static Task ErrorAsync(HttpContext context, GraphException error)
    {
        context.Response.StatusCode = error.Status;
        return WriteAsync(context, new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = error.Code, ["message"] = error.Message },
        });
    }

    private static Task WriteAsync(HttpContext context, JsonNode answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
