using System;
using System.Globalization;
using System.Net;
using System.ServiceModel;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>
/// Turns refusals into the exceptions of the SDK. The body is <c>{"error":{"code":"0x80040217","message":"..."}}</c> with
/// annotations for the trace and details ("Compose HTTP requests and handle errors" in the documentation).
/// </summary>
internal static class WireFaults
{
    public const int NoTable = unchecked((int)0x80041102);
    public const int NoColumn = unchecked((int)0x80041103);
    public const int InvalidArgument = unchecked((int)0x80040203);
    public const int ElementNotFound = unchecked((int)0x80041123);
    public const int InvalidXml = unchecked((int)0x80040201);

    /// <summary>What to think of when an answer is none of the Web API's.</summary>
    public const string WrongAddress = "Is it the address of a Dataverse environment, such as https://contoso.crm.dynamics.com?";

    private const string Annotation = "@Microsoft.PowerApps.CDS.";
    private const string Details = Annotation + "ErrorDetails.";

    /// <summary>What to throw for an answer that is no success.</summary>
    public static Exception Of(WireAnswer answer, string host) =>
        answer.Status != HttpStatusCode.Unauthorized && FaultOf(answer) is { } fault ? Throwable(fault) : answer.Status switch
        {
            HttpStatusCode.Unauthorized => new DataverseConnectionException(
                $"{host} does not accept the token (401): the app is no user of the environment, or the token is for another one. {Said(answer)}".TrimEnd()),
            HttpStatusCode.Forbidden => new DataverseConnectionException($"{host} refuses the caller (403). {Said(answer)}".TrimEnd()),
            // A portal or a sign-in page.
            HttpStatusCode.NotFound or (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest) => new DataverseOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{host} answered {(int)answer.Status} {answer.Status}. {WrongAddress} {Said(answer)}").TrimEnd()),
            _ => new DataverseOperationException(string.Create(
                CultureInfo.InvariantCulture, $"{host} answered {(int)answer.Status} {answer.Status} without saying why. {Said(answer)}").TrimEnd()),
        };

    /// <summary>The fault that an answer tells; null when it tells none.</summary>
    public static OrganizationServiceFault? FaultOf(WireAnswer answer)
    {
        if (Error(answer) is not { } error || CodeOf(error) is not { } code)
            return null;
        var fault = Fault(code, Text(error, "message") ?? string.Empty);
        foreach (var property in error.EnumerateObject())
            Take(fault, property);
        if (answer.RetryAfter(DateTimeOffset.UtcNow) is { } wait)
            fault.ErrorDetails["Retry-After"] = wait;
        fault.ErrorDetails["ApiHttpStatusCode"] = (int)answer.Status;
        return fault;
    }

    /// <summary>A refusal of the client's own, with the code that the platform has for it.</summary>
    public static FaultException<OrganizationServiceFault> Refuse(int code, string message) => Throwable(Fault(code, message));

    public static FaultException<OrganizationServiceFault> Throwable(OrganizationServiceFault fault) =>
        new(fault, new FaultReason(fault.Message ?? string.Empty));

    public static FaultException<OrganizationServiceFault> UnknownTable(string? table) =>
        Refuse(NoTable, $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache.");

    public static FaultException<OrganizationServiceFault> UnknownColumn(string table, string column) =>
        Refuse(NoColumn, $"'{table}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");

    private static OrganizationServiceFault Fault(int code, string message) =>
        new() { ErrorCode = code, Message = message, Timestamp = DateTime.UtcNow };

    private static void Take(OrganizationServiceFault fault, JsonProperty property)
    {
        if (property.Value.ValueKind != JsonValueKind.String || property.Value.GetString() is not { } text)
            return;
        switch (property.Name)
        {
            case Annotation + "TraceText":
                fault.TraceText = text;
                break;
            case Annotation + "HelpLink":
                fault.HelpLink = text;
                break;
            case Annotation + "InnerError.Message" when text != fault.Message:
                fault.InnerFault = Fault(fault.ErrorCode, text);
                break;
            case var name when name.StartsWith(Details, StringComparison.Ordinal):
                fault.ErrorDetails[name[Details.Length..]] = text;
                break;
        }
    }

    private static JsonElement? Error(WireAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.Object
                ? error.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null; // a page of a proxy, say
        }
    }

    private static int? CodeOf(JsonElement error)
    {
        var text = Text(error, "code") ?? string.Empty;
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return uint.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? unchecked((int)hex) : null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Said(WireAnswer answer) =>
        (Error(answer) is { } error ? Text(error, "message") : null) ?? (answer.Body.Length == 0 ? string.Empty : answer.Start());
}
