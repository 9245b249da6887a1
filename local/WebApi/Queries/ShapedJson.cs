using System.Text.Json;
using CrmAddon.Local.WebApi.Rows;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>Writes rows with what was expanded in them.</summary>
internal sealed class ShapedJson(RowJson rows)
{
    public void Write(Utf8JsonWriter json, ShapedRow row)
    {
        rows.WriteSelected(json, row.Selection, row.Row, row.HasTag);
        foreach (var expanded in row.Expanded)
        {
            Write(json, expanded);
        }
    }

    private void Write(Utf8JsonWriter json, ExpandedRows expanded)
    {
        if (expanded.Many is not null)
        {
            json.WriteStartArray(expanded.Name);
            foreach (var row in expanded.Many)
            {
                WriteObject(json, row);
            }

            json.WriteEndArray();
            if (expanded.NextLink is not null)
            {
                json.WriteString(expanded.Name + "@odata.nextLink", expanded.NextLink);
            }
        }
        else if (expanded.Reference is not null)
        {
            json.WriteStartObject(expanded.Name);
            json.WriteString("@odata.id", expanded.Reference);
            json.WriteEndObject();
        }
        else if (expanded.Single is not null)
        {
            json.WritePropertyName(expanded.Name);
            WriteObject(json, expanded.Single);
        }
        else
        {
            json.WriteNull(expanded.Name);
        }
    }

    private void WriteObject(Utf8JsonWriter json, ShapedRow row)
    {
        json.WriteStartObject();
        Write(json, row);
        json.WriteEndObject();
    }
}
