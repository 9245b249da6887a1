using System;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Protection;
using Microsoft.AspNetCore.Http;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>Between HTTP and the Web API: identity, limits, body in, answer out.</summary>
internal sealed class ApiEndpoint(ApiParts parts, Callers callers, ServiceProtection? protection)
{
    public async Task HandleAsync(HttpContext context, string root)
    {
        var id = Guid.NewGuid().ToString("D");
        context.Response.Headers["REQ_ID"] = id;
        context.Response.Headers["x-ms-service-request-id"] = id;
        context.Response.Headers["OData-Version"] = "4.0";
        var preferences = Preferences.Read(context.Request.Headers["Prefer"]);
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
            var request = await HttpRequests.ReadAsync(context, root, caller.Value).ConfigureAwait(false);

            // One operation holds a thread for its whole length, as plug-ins are synchronous.
            var response = await Task.Run(() => parts.Router.Answer(request), context.RequestAborted).ConfigureAwait(false);
            await HttpRequests.WriteAsync(context, response).ConfigureAwait(false);
        }
        catch (Exception e) when (HttpRequests.MayAnswer(context))
        {
            await HttpRequests.WriteAsync(context, Refusal(e, preferences)).ConfigureAwait(false);
        }
    }

    private static ApiResponse Refusal(Exception error, Preferences preferences) => error is BadHttpRequestException bad
        ? new ApiResponse(bad.StatusCode, new ErrorBody(
            ApiErrors.BadRequestUri, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The request length is too large." : bad.Message, preferences))
        : ErrorBody.Answer(error, preferences);

    private static void Challenge(HttpContext context)
    {
        var root = $"{context.Request.Scheme}://{context.Request.Host}";
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = $"Bearer authorization_uri={root}/common/oauth2/authorize, resource_id={root}/";
    }
}
