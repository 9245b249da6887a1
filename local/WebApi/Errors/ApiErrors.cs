using System.Globalization;

namespace CrmAddon.Local.WebApi.Errors;

/// <summary>
/// What the Web API itself refuses, before a message runs. Codes and texts:
/// <see href="https://learn.microsoft.com/troubleshoot/power-platform/power-apps/dataverse/web-api-client-errors">Troubleshoot Web API client errors</see>.
/// </summary>
internal static class ApiErrors
{
    public const int None = 0;
    public const int NoSegment = unchecked((int)0x8006088A);
    public const int BadRequestUri = unchecked((int)0x80060888);
    public const int BadPayload = unchecked((int)0x80048D19);
    public const int InvalidArgument = unchecked((int)0x80040203);
    public const int UnExpected = unchecked((int)0x80040216);
    public const int NotAMember = unchecked((int)0x80072560);
    public const int NoDefinition = unchecked((int)0x80060891);
    public const int CannotActOnBehalf = unchecked((int)0x8004A110);

    public static ApiException UnknownSegment(string segment) => new(404, NoSegment, $"Resource not found for the segment '{segment}'.");

    public static ApiException UnknownProperty(string property, string table) =>
        new(400, None, $"Could not find a property named '{property}' on type 'Microsoft.Dynamics.CRM.{table}'.");

    public static ApiException BadUri(string message) => new(400, BadRequestUri, message);

    /// <summary>The wrong method for a function or an action.</summary>
    public static ApiException NoResource(string address) =>
        new(404, None, $"No HTTP resource was found that matches the request URI '{address}'.") { HasNoCode = true };

    public static ApiException WrongMethod(string method, string what) =>
        new(405, BadRequestUri, $"The requested resource does not support http method '{method}': {what}.");

    public static ApiException Argument(string message) => new(400, InvalidArgument, message);

    public static ApiException NotSupported(string message) => new(501, UnExpected, message);

    public static ApiException Payload(string set, string cause) =>
        new(400, BadPayload, $"Error identified in Payload provided by the user for Entity :'{set}', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293  ---->  InnerException : {cause}");

    public static ApiException UnknownInPayload(string set, string table, string property) => Payload(
        set, $"Microsoft.Crm.CrmException: Invalid property '{property}' was found in entity 'Microsoft.Dynamics.CRM.{table}'.");

    public static ApiException UndeclaredNavigation(string set, string property) => Payload(
        set, $"Microsoft.OData.ODataException: An undeclared property '{property}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.");

    public static ApiException WrongLiteral(string set, string property, string value, string type) => Payload(
        set, $"Microsoft.OData.ODataException: Cannot convert the literal '{value}' to the expected type '{type}' ({property}).");

    public static string Code(int code) => code == None ? "0x0" : "0x" + code.ToString("x8", CultureInfo.InvariantCulture);
}
