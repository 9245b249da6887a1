using System;
using System.Collections.Generic;
using System.IO;
using System.ServiceModel;
using System.Threading.Tasks;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Protection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>Between HTTP and the Web API: identity, body in, answer out.</summary>
internal sealed class ApiEndpoint(ApiRouter router, Callers callers, ServiceProtection? protection)
{
    private const string Base = "/api/data/";

    public async Task HandleAsync(HttpContext context)
    {
        var id = Guid.NewGuid().ToString("D");
        context.Response.Headers["REQ_ID"] = id;
        context.Response.Headers["x-ms-service-request-id"] = id;
        context.Response.Headers["OData-Version"] = "4.0";
        var preferences = Preferences.Read(context.Request.Headers["Prefer"]);
        ApiResponse response;
        try
        {
            var caller = callers.Find(name => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null);
            if (caller is null)
            {
                Challenge(context);
                return;
            }

            // What one user asks is limited, whoever he acts for.
            using var admitted = protection?.Admit(caller.Value.InitiatingUserId, context.Response.Headers);
            var request = await ReadAsync(context, caller.Value).ConfigureAwait(false);

            // One operation holds a thread for its whole length, as plug-ins are synchronous.
            response = await Task.Run(() => router.Answer(request), context.RequestAborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e)
        {
            var tooLarge = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            response = new ApiResponse(e.StatusCode, new ErrorBody(
                ApiErrors.BadRequestUri, tooLarge ? "The request length is too large." : e.Message, preferences));
        }
        catch (Exception e) when (e is ApiException or FaultException<OrganizationServiceFault>)
        {
            response = ErrorBody.Answer(e, preferences);
        }

        await WriteAsync(context, response).ConfigureAwait(false);
    }

    private static async Task<ApiRequest> ReadAsync(HttpContext context, Caller caller)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? target : target[..mark];
        var version = path.IndexOf('/', Base.Length);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in context.Request.Headers)
        {
            headers[name] = value.ToString();
        }

        return new ApiRequest
        {
            Method = context.Request.Method.ToUpperInvariant(),
            Path = version < 0 ? string.Empty : path[(version + 1)..],
            Query = mark < 0 ? string.Empty : target[(mark + 1)..],
            Headers = headers,
            Body = await BodyAsync(context).ConfigureAwait(false),
            Root = $"{context.Request.Scheme}://{context.Request.Host}{(version < 0 ? path : path[..version])}/",
            Caller = caller,
        };
    }

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

    private static void Challenge(HttpContext context)
    {
        var root = $"{context.Request.Scheme}://{context.Request.Host}";
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = $"Bearer authorization_uri={root}/common/oauth2/authorize, resource_id={root}/";
    }

    private static async Task WriteAsync(HttpContext context, ApiResponse response)
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
        await response.Body.WriteAsync(output).ConfigureAwait(false);
    }
}
