using System.IO;
using System.Text;
using System.Text.Json;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>Single values of a row: <c>accounts(id)/name</c> and <c>accounts(id)/name/$value</c>.</summary>
internal sealed class PropertyRequests(ApiService api)
{
    public ApiResponse Answer(ApiTable table, EntityReference target, ApiProperty property, bool isRaw, ApiRequest request) => request.Method switch
    {
        "GET" => Get(table, target, property, isRaw, request),
        "PUT" or "PATCH" when !isRaw => Put(table, target, property, request),
        "DELETE" when !isRaw => Write(target, property, null, request),
        _ => throw ApiErrors.WrongMethod(request.Method, $"{property.Name} is a property"),
    };

    private ApiResponse Get(ApiTable table, EntityReference target, ApiProperty property, bool isRaw, ApiRequest request)
    {
        var row = (Entity)api.Execute(new RetrieveRequest { Target = target, ColumnSet = new ColumnSet(property.Column.Name) }, request)["Entity"]!;
        if (!row.Attributes.TryGetValue(property.Column.Name, out var value) || value is null)
        {
            return new ApiResponse(204);
        }

        if (isRaw)
        {
            return new ApiResponse(200, new TextBody(Raw(property, value), "text/plain"));
        }

        var context = ApiService.Context(request, $"{table.SetName}({row.Id:D})/{property.Name}");
        return new ApiResponse(200, new JsonBody(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", context);
            json.WritePropertyName("value");
            ColumnJson.Write(json, property.Column, value);
            json.WriteEndObject();
        }));
    }

    private ApiResponse Put(ApiTable table, EntityReference target, ApiProperty property, ApiRequest request)
    {
        using var body = ApiService.Json(request, table.SetName);
        var value = body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("value", out var given)
            ? given
            : throw ApiErrors.Payload(table.SetName, "Microsoft.OData.ODataException: a JSON object with the member 'value' is expected.");
        return Write(target, property, ColumnJson.Read(table, property.Column, value), request);
    }

    private ApiResponse Write(EntityReference target, ApiProperty property, object? value, ApiRequest request)
    {
        if (property.IsLookup)
        {
            throw ApiErrors.Argument($"'{property.Name}' is the value of a lookup: set or clear it by its navigation property's $ref.");
        }

        var row = new Entity(target.LogicalName, target.Id) { KeyAttributes = target.KeyAttributes };
        row[property.Column.Name] = value;
        row.RowVersion = EntityTags.Expected(request);
        api.Execute(
            new UpdateRequest { Target = row, ConcurrencyBehavior = row.RowVersion is null ? ConcurrencyBehavior.Default : ConcurrencyBehavior.IfRowVersionMatches },
            request);
        return new ApiResponse(204);
    }

    private static string Raw(ApiProperty property, object value)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ColumnJson.Write(json, property.Column, value);
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.ValueKind == JsonValueKind.String
            ? document.RootElement.GetString()!
            : Encoding.UTF8.GetString(stream.ToArray());
    }
}
