using System;
using System.ServiceModel;
using CrmAddon.Local.Portal;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.PortalApi;

/// <summary>
/// What the portal's Web API answers when it refuses.
/// <see href="https://learn.microsoft.com/power-pages/configure/web-api-http-requests-handle-errors">Handle errors for the portals Web API</see>
/// </summary>
internal static class PortalErrors
{
    private const string InvalidAttribute = "90040100";
    private const string NoResource = "9004010C";

    public static ApiResponse Answer(Exception error) => error switch
    {
        PortalException refused => Body(refused.Status, refused.Code, refused.Message, null, refused.Message),
        FaultException<OrganizationServiceFault> fault => Of(PortalException.Of(fault), fault.Detail),
        ApiException { Code: ApiErrors.NoSegment } missing => Body(missing.Status, NoResource, missing.Message, null, missing.Message),
        ApiException { Code: ApiErrors.None or ApiErrors.BadPayload } wrong => Body(wrong.Status, InvalidAttribute, wrong.Message, null, wrong.Message),
        ApiException other => Body(other.Status, ApiErrors.Code(other.Code)[2..], other.Message, null, other.Message),
        _ => Body(500, ApiErrors.Code(ApiErrors.UnExpected)[2..], "An unexpected error occurred while processing the request.", null, error.Message),
    };

    public static ApiResponse NoToken() => Body(
        401, "90040107", "The anti-forgery cookie token and form field token do not match.", null, "The required anti-forgery header \"__RequestVerificationToken\" is not present or is not the one of /_layout/tokenhtml.");

    public static ApiResponse NoSession() => Body(
        401, "90040109", "An Invalid session token was passed into the throwing method.", null, "The cookie that comes with /_layout/tokenhtml is missing.");

    /// <summary>The visitor is signed in as a contact who is not there (any more).</summary>
    public static ApiResponse NoContact(Guid contact) => Body(
        401, "90040109", "An Invalid session token was passed into the throwing method.", null, $"There is no contact {contact}: sign in as another, or out, by POST /_local/signin?contact=ID.");

    private static ApiResponse Of(PortalException passed, OrganizationServiceFault fault) =>
        Body(passed.Status, passed.Code, passed.Message, passed.DataverseCode, fault.Message ?? passed.Message);

    private static ApiResponse Body(int status, string code, string message, string? dataverseCode, string inner) => new(status, new JsonBody(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", code);
        json.WriteString("message", message);
        if (dataverseCode is not null)
        {
            json.WriteString("cdscode", dataverseCode);
        }

        json.WriteStartObject("innererror");
        json.WriteString("code", dataverseCode ?? code);
        json.WriteString("message", inner);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }));
}
