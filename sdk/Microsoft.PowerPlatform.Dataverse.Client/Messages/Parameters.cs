using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Parameters of messages by name, so that an untyped request does as well as a typed one.</summary>
internal static class Parameters
{
    private const string Solution = "MSCRM.SolutionUniqueName";

    /// <summary>
    /// Parameters that every message takes and that travel as headers ("Use optional parameters").
    /// </summary>
    private static readonly Dictionary<string, string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SuppressDuplicateDetection"] = "MSCRM.SuppressDuplicateDetection",
        ["BypassCustomPluginExecution"] = "MSCRM.BypassCustomPluginExecution",
        ["BypassBusinessLogicExecution"] = "MSCRM.BypassBusinessLogicExecution",
        ["BypassBusinessLogicExecutionStepIds"] = "MSCRM.BypassBusinessLogicExecutionStepIds",
        ["SuppressCallbackRegistrationExpanderJob"] = "MSCRM.SuppressCallbackRegistrationExpanderJob",
        ["SolutionUniqueName"] = Solution,
    };

    /// <summary>Messages whose parameter <c>SolutionUniqueName</c> travels as a header; with others it is a parameter of their own.</summary>
    private static readonly HashSet<string> IntoSolutions = ["Create", "Update", "Upsert", "Delete"];

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="System.ServiceModel.FaultException">It is absent or of another type.</exception>
    public static T Required<T>(this OrganizationRequest request, string name)
        where T : class => request.Optional<T>(name)
        ?? throw WireFaults.Refuse(WireFaults.InvalidArgument, $"Required field '{name}' is missing for the message {request.RequestName}.");

    /// <summary>The value of a parameter; the type's default when it is absent.</summary>
    public static T? Optional<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) && value is T typed ? typed : default;

    /// <summary>The parameters that are the message's own.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Own(this OrganizationRequest request) =>
        request.Parameters.Where(parameter => HeaderOf(request, parameter.Key) is null && parameter.Key != "tag")
            .Select(parameter => KeyValuePair.Create(parameter.Key, (object?)parameter.Value));

    /// <summary>A request with the headers that the message's parameters ask for.</summary>
    public static WireRequest Dress(this OrganizationRequest request, WireRequest wire)
    {
        foreach (var (name, value) in request.Parameters)
        {
            if (HeaderOf(request, name) is { } header && value is not null)
                wire = wire.With(header, value is bool flag ? (flag ? "true" : "false") : value.ToString()!);
        }

        if (request.Optional<string>("tag") is { } tag)
            wire = wire with { Path = wire.Path + (wire.Path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "tag=" + Uri.EscapeDataString(tag) };
        return request.RequestId is { } id ? wire.With("x-ms-client-request-id", id.ToString()) : wire;
    }

    private static string? HeaderOf(OrganizationRequest request, string parameter) =>
        Headers.TryGetValue(parameter, out var header) && (header != Solution || IntoSolutions.Contains(request.RequestName)) ? header : null;

    /// <summary>A response with a name and a result more.</summary>
    public static T With<T>(this T response, string name, object? value)
        where T : OrganizationResponse
    {
        response.Results[name] = value!;
        return response;
    }
}
