using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Calls of the solution's custom APIs.</summary>
internal sealed class CustomApiCalls(ApiService api)
{
    /// <summary>The custom API of exactly this name, bound to rows of the table or to none.</summary>
    public CustomApiMetadata? Find(string name, string? boundTable) =>
        api.Schema.Metadata.CustomApis.TryGetValue(name, out var found) && found.Name == name && found.BoundTable == boundTable ? found : null;

    public ApiResponse Call(CustomApiMetadata custom, OperationArguments arguments, EntityReference? row, ApiRequest request)
    {
        var message = new OrganizationRequest(custom.Name);
        if (row is not null)
        {
            message.Parameters["Target"] = row;
        }

        var types = custom.Requests.ToDictionary(p => p.Name, p => p.Type);
        foreach (var name in arguments.Names)
        {
            // What the API does not know is left to its message, which refuses it by name.
            message.Parameters[name] = types.TryGetValue(name, out var type) ? arguments.Value(name, type) : null;
        }

        foreach (var parameter in custom.Requests.Where(p => message.Parameters.TryGetValue(p.Name, out var value) && value is null))
        {
            message.Parameters.Remove(parameter.Name);
        }

        var answer = api.Execute(message, request);
        if (custom.Responses.Count == 0)
        {
            return new ApiResponse(204);
        }

        var writer = new ResponseWriter(api.Schema, request.Preferences);
        IReadOnlyList<CustomApiParameter> properties = custom.Responses;
        return new ApiResponse(200, new JsonBody(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", ApiService.Context(request, $"{PathSegment.Namespace}{custom.Name}Response"));
            foreach (var property in properties)
            {
                json.WritePropertyName(property.Name);
                writer.Write(json, answer.Results.TryGetValue(property.Name, out var value) ? value : null);
            }

            json.WriteEndObject();
        }));
    }
}
