using System;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi.Documents;

/// <summary>The service document: the names of all sets of rows.</summary>
internal sealed class ServiceDocument(ApiSchema schema)
{
    public ApiResponse Answer(ApiRequest request) => new(200, new JsonBody(json =>
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", request.Root + "$metadata");
        json.WriteStartArray("value");
        foreach (var table in schema.Tables.OrderBy(t => t.SetName, StringComparer.Ordinal))
        {
            Write(json, table.SetName);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, string set)
    {
        json.WriteStartObject();
        json.WriteString("name", set);
        json.WriteString("kind", "EntitySet");
        json.WriteString("url", set);
        json.WriteEndObject();
    }
}
