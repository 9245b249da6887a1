using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>Requests as they come over HTTP, and answers as they go.</summary>
internal static class HttpRequests
{
    /// <param name="context">The request.</param>
    /// <param name="root">The part of the path that is the service's own, such as <c>/api/data/v9.2</c>, without a slash at its end.</param>
    /// <param name="caller">On whose behalf it runs.</param>
    /// <param name="portal">The visitor of the portal; null for the Web API.</param>
    public static async Task<ApiRequest> ReadAsync(HttpContext context, string root, Caller caller, PortalService? portal = null)
    {
        var (path, query) = Target(context, root);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in context.Request.Headers)
        {
            headers[name] = value.ToString();
        }

        return new ApiRequest
        {
            Method = context.Request.Method.ToUpperInvariant(),
            Path = path,
            Query = query,
            Headers = headers,
            Body = await BodyAsync(context).ConfigureAwait(false),
            Root = $"{context.Request.Scheme}://{context.Request.Host}{root}/",
            Caller = caller,
            Portal = portal,
        };
    }

    public static async Task WriteAsync(HttpContext context, ApiResponse response)
    {
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (response.Body is null || HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        context.Response.ContentType = response.Body.ContentType;
        using var output = new ApiOutput(context.Response.BodyWriter, context.RequestAborted);
        try
        {
            await response.Body.WriteAsync(output).ConfigureAwait(false);
        }
        catch when (!output.Discard())
        {
            // A part of the answer is on its way: a broken connection tells the client that it is not whole.
            context.Abort();
            throw;
        }
    }

    /// <summary>Whether an answer can still be given for what went wrong: nothing was sent yet, and somebody waits for it.</summary>
    public static bool MayAnswer(HttpContext context) => !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested;

    /// <summary>
    /// What follows the root in the path, and the query, both as they were sent: a decoded path no longer tells a slash from one in a key.
    /// </summary>
    private static (string Path, string Query) Target(HttpContext context, string root)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = mark < 0 ? (target, string.Empty) : (target[..mark], target[(mark + 1)..]);
        if (!path.StartsWith('/') && path.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
        {
            // The absolute form, which proxies are sent: http://127.0.0.1:5000/api/data/v9.2/accounts
            path = path.IndexOf('/', scheme + 3) is var start and >= 0 ? path[start..] : "/";
        }

        for (var end = path.IndexOf('/', 1); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (Canonical(path[..end]).Equals(root, StringComparison.OrdinalIgnoreCase))
            {
                return (path[(end + 1)..], query);
            }
        }

        return (string.Empty, query);
    }

    /// <summary>A path without escapes and dots, as the routes see it.</summary>
    private static string Canonical(string path) =>
        path.Contains('%', StringComparison.Ordinal) || path.Contains("/.", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(new Uri("http://localhost" + path).AbsolutePath)
            : path;

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is 0 || (context.Request.ContentLength is null && !context.Request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return default;
        }

        using var buffer = new MemoryStream((int)Math.Min(context.Request.ContentLength ?? 4096, 1 << 20));
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
