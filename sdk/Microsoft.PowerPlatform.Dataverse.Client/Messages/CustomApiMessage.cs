using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>
/// A message by name: an action of this name with the parameters as its body, as custom APIs and most of the platform's own
/// messages are; a function, or bound to a row or table, where the custom API is declared so.
/// </summary>
internal static class CustomApiMessage
{
    /// <summary>Functions of the platform whose responses the SDK has types for: nobody needs to be asked about them.</summary>
    internal static readonly HashSet<string> PlatformFunctions =
        ["GetAutoNumberSeed", "RetrieveProvisionedLanguages", "RetrieveRolePrivilegesRole", "RetrieveTimestamp"];

    /// <summary>Actions of the platform, likewise.</summary>
    internal static readonly HashSet<string> PlatformActions =
    [
        "AddSolutionComponent", "DeleteAndPromote", "ExportSolution", "ImportSolution", "ImportSolutionAsync", "PublishAllXml", "PublishXml",
        "StageAndUpgrade", "StageAndUpgradeAsync",
    ];

    public static async Task<WireCall> PrepareAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(request.RequestName) || request.RequestName.Any(character => !char.IsAsciiLetterOrDigit(character) && character != '_'))
            throw WireFaults.Refuse(WireFaults.InvalidArgument, $"'{request.RequestName}' is no name of a message.");
        var definition = PlatformFunctions.Contains(request.RequestName)
            ? CustomApiDefinition.Function
            : PlatformActions.Contains(request.RequestName) ? CustomApiDefinition.Action
            : await CustomApiDefinition.FindAsync(request.RequestName, session, stop).ConfigureAwait(false);
        var parameters = request.Own().ToList();
        var path = request.RequestName;
        if (definition.Binding == CustomApiBinding.Row && request.Optional<EntityReference>("Target") is { } target)
        {
            path = $"{await RowPath.OfAsync(target, session.Tables, stop).ConfigureAwait(false)}/Microsoft.Dynamics.CRM.{path}";
            parameters.RemoveAll(parameter => parameter.Key == "Target");
        }
        else if (definition.Binding == CustomApiBinding.Table)
        {
            var table = await session.Tables.NameAsync(definition.BoundTable, stop).ConfigureAwait(false);
            path = $"{table.EntitySetName}/Microsoft.Dynamics.CRM.{path}";
        }

        var writer = new RowWriter(session.Tables, stop);
        var wire = definition.IsFunction
            ? WireRequest.Get(path + await FunctionAsync(parameters, writer).ConfigureAwait(false))
            : new WireRequest(HttpMethod.Post, path) { Body = await writer.ParametersAsync(parameters).ConfigureAwait(false) };
        return new WireCall(wire, answer => Response(request, answer, definition));
    }

    // NAME(P=@p0,Q=@p1)?@p0='text'&@p1=5
    private static async Task<string> FunctionAsync(List<KeyValuePair<string, object?>> parameters, RowWriter writer)
    {
        var json = JsonElement.Parse(await writer.ParametersAsync(parameters).ConfigureAwait(false));
        // Texts alone stand in quotes; ids and times are JSON strings as well, but not here.
        var texts = parameters.Where(parameter => parameter.Value is string).Select(parameter => parameter.Key).ToHashSet(StringComparer.Ordinal);
        var values = json.EnumerateObject().Select((parameter, index) => (
            Name: $"{parameter.Name}=@p{index}",
            Value: $"@p{index}={Uri.EscapeDataString(Literal(parameter.Value, texts.Contains(parameter.Name)))}")).ToList();
        return $"({string.Join(",", values.Select(value => value.Name))})" + (values.Count > 0 ? "?" + string.Join("&", values.Select(value => value.Value)) : string.Empty);
    }

    private static string Literal(JsonElement value, bool isText) => value.ValueKind != JsonValueKind.String ? value.GetRawText()
        : isText ? $"'{value.GetString()!.Replace("'", "''", StringComparison.Ordinal)}'" : value.GetString()!;

    private static OrganizationResponse Response(OrganizationRequest request, WireAnswer answer, CustomApiDefinition definition)
    {
        var response = TypedResponses.Empty(request);
        if (answer.Body.Length == 0)
            return response;
        foreach (var property in answer.Json().EnumerateObject().Where(property => !property.Name.Contains('@', StringComparison.Ordinal)))
            response.Results[property.Name] = TypedResponses.Kind(response, property.Name) is { } kind && TypedResponses.TryRead(property.Value, kind, out var value)
                ? value!
                : definition.Read(property.Name, property.Value)!;
        return response;
    }
}
