using System;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Text.Json;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Errors;

/// <summary>The platform's error body, with the details that the request asked for by annotations.</summary>
internal sealed class ErrorBody(int code, string message, Preferences preferences, OrganizationServiceFault? fault = null) : ApiBody
{
    private const string Prefix = "Microsoft.PowerApps.CDS.";

    public bool HasNoCode { get; init; }

    public static ApiResponse Answer(Exception error, Preferences preferences)
    {
        switch (error)
        {
            case ApiException refused:
                var response = new ApiResponse(refused.Status, new ErrorBody(refused.Code, refused.Message, preferences) { HasNoCode = refused.HasNoCode });
                return refused.RetryAfter is { } seconds
                    ? response.With("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))
                    : response;
            case FaultException<OrganizationServiceFault> fault:
                var code = fault.Detail.ErrorCode;
                return new ApiResponse(FaultStatus.Of(code), new ErrorBody(code, fault.Detail.Message ?? fault.Message, preferences, fault.Detail));
            default:
                return new ApiResponse(500, new ErrorBody(ApiErrors.UnExpected, $"An unexpected error occurred: {error.Message}", preferences));
        }
    }

    public override Task WriteAsync(ApiOutput output)
    {
        var json = output.Json;
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("code", HasNoCode ? string.Empty : ApiErrors.Code(code));
        json.WriteString("message", message);
        WriteDetails(json);
        json.WriteEndObject();
        json.WriteEndObject();
        return output.FlushAsync();
    }

    private void WriteDetails(Utf8JsonWriter json)
    {
        foreach (var (name, value) in fault?.ErrorDetails.Where(d => d.Value is not null) ?? [])
        {
            Write(json, "ErrorDetails." + name, Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        Write(json, "HelpLink", string.Create(
            CultureInfo.InvariantCulture, $"http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a{code:x8}&client=platform"));
        Write(json, "TraceText", fault?.TraceText);
        Write(json, "InnerError.Message", fault?.InnerFault?.Message ?? message);
    }

    private void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value) && preferences.Includes(Prefix + name))
        {
            json.WriteString("@" + Prefix + name, value);
        }
    }
}
