using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Http;

namespace CrmAddon.Local.WebApi.Definitions;

/// <summary>Definitions as an answer, one after the other.</summary>
internal sealed class DefinitionsBody(IReadOnlyList<JsonObject> definitions, string context, bool hasCount) : ApiBody
{
    public override async Task WriteAsync(ApiOutput output)
    {
        var json = output.Json;
        json.WriteStartObject();
        json.WriteString("@odata.context", context);
        if (hasCount)
        {
            json.WriteNumber("@odata.count", definitions.Count);
        }

        json.WriteStartArray("value");
        foreach (var definition in definitions)
        {
            definition.WriteTo(json);
            await output.BreatheAsync().ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await output.FlushAsync().ConfigureAwait(false);
    }
}
