using System;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>
/// The actions that carry many rows of one table.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/bulk-operations">Use bulk operation messages</see>
/// </summary>
internal sealed class MultipleOperations(ApiService api, ParameterReader reader)
{
    public static bool Knows(string name) => name is "CreateMultiple" or "UpdateMultiple" or "UpsertMultiple" or "DeleteMultiple";

    public ApiResponse Answer(ApiTable table, PathSegment segment, ApiRequest request)
    {
        if (request.Method != "POST")
        {
            throw ApiErrors.NoResource(request.Root + request.Path);
        }

        if (segment.ShortName == "DeleteMultiple")
        {
            throw ApiErrors.Argument($"DeleteMultiple is for elastic tables: {table.Name} is a standard table.");
        }

        using var arguments = OperationArguments.OfAction(segment, reader, request);
        var targets = new EntityCollection([.. arguments.List("Targets").Select(t => reader.Row(Typed(t), null, request))]) { EntityName = table.Name };
        if (targets.Entities.FirstOrDefault(t => t.LogicalName != table.Name) is { } other)
        {
            throw ApiErrors.Argument($"{segment.ShortName} of {table.SetName} has a row of '{other.LogicalName}' among its Targets.");
        }

        switch (segment.ShortName)
        {
            case "CreateMultiple":
                var ids = (Guid[])api.Execute(new CreateMultipleRequest { Targets = targets }, request)["Ids"]!;
                return new ApiResponse(200, new JsonBody(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("@odata.context", ApiService.Context(request, PathSegment.Namespace + "CreateMultipleResponse"));
                    json.WriteStartArray("Ids");
                    foreach (var id in ids)
                    {
                        json.WriteStringValue(id);
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }));
            case "UpdateMultiple":
                api.Execute(new UpdateMultipleRequest { Targets = targets }, request);
                return new ApiResponse(204);
            default:
                api.Execute(new UpsertMultipleRequest { Targets = targets }, request);
                return new ApiResponse(204);
        }
    }

    private static JsonElement Typed(JsonElement row) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty("@odata.type", out _)
            ? row
            : throw ApiErrors.Argument("A row among the Targets has no @odata.type: Microsoft.Dynamics.CRM.<table> is expected.");
}
