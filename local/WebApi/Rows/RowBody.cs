using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>One row as an answer.</summary>
internal sealed class RowBody(RowJson rows, Selection selection, Entity row, string context) : ApiBody
{
    public override Task WriteAsync(ApiOutput output)
    {
        var json = output.Json;
        json.WriteStartObject();
        json.WriteString("@odata.context", context);
        rows.WriteSelected(json, selection, row);
        json.WriteEndObject();
        return output.FlushAsync();
    }
}
