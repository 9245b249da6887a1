using System;
using System.Threading.Tasks;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.AspNetCore.Http;

namespace CrmAddon.Local.WebApi.PortalApi;

/// <summary>Between HTTP and the portal's Web API: the visitor, the token of the pages, body in, answer out.</summary>
internal sealed class PortalEndpoint(LocalDataverse dataverse, ApiParts parts, PortalSession session)
{
    public const string Root = "/_api";

    private Caller Caller => new(dataverse.SystemUserId, dataverse.SystemUserId, null);

    /// <summary>The token for the pages' scripts, as <c>shell.getTokenDeferred()</c> fetches it.</summary>
    public Task TokenAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"<input name=\"{PortalSession.TokenHeader}\" type=\"hidden\" value=\"{session.Token(context)}\" />", context.RequestAborted);
    }

    /// <summary>Stands for the site's sign-in: <c>POST /_local/signin?contact=ID</c>, without a contact an anonymous visitor.</summary>
    public async Task SignInAsync(HttpContext context)
    {
        var text = context.Request.Query["contact"].ToString();
        if (text.Length == 0)
        {
            PortalSession.SignOut(context);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else if (Guid.TryParse(text, out var contact) && dataverse.HasContact(contact))
        {
            PortalSession.SignIn(context, contact);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            await context.Response.WriteAsync($"There is no contact {text}.", context.RequestAborted).ConfigureAwait(false);
        }
    }

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["OData-Version"] = "4.0";
        var response = Refusal(context.Request);
        if (response is null)
        {
            try
            {
                response = await AnswerAsync(context).ConfigureAwait(false);
            }
            catch (BadHttpRequestException e)
            {
                response = PortalErrors.Answer(new ApiException(e.StatusCode, ApiErrors.BadRequestUri, e.Message));
            }
            catch (Exception e) when (HttpRequests.MayAnswer(context))
            {
                response = PortalErrors.Answer(e);
            }
        }

        try
        {
            await HttpRequests.WriteAsync(context, response).ConfigureAwait(false);
        }
        catch (Exception e) when (HttpRequests.MayAnswer(context))
        {
            await HttpRequests.WriteAsync(context, PortalErrors.Answer(e)).ConfigureAwait(false);
        }
    }

    private async Task<ApiResponse> AnswerAsync(HttpContext context)
    {
        var contact = session.Contact(context.Request);
        if (contact is { } signedIn && !dataverse.HasContact(signedIn))
        {
            return PortalErrors.NoContact(signedIn);
        }

        var portal = dataverse.CreatePortalService(contact);
        var request = await HttpRequests.ReadAsync(context, Root, Caller, portal).ConfigureAwait(false);
        return await Task.Run(() => parts.Portal.Answer(request), context.RequestAborted).ConfigureAwait(false);
    }

    // Reading is open to the address bar; what changes something must come from the site's own pages.
    private ApiResponse? Refusal(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || session.IsOwn(request) ? null
        : PortalSession.HasCookie(request) ? PortalErrors.NoToken() : PortalErrors.NoSession();
}
