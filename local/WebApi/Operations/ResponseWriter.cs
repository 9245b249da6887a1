using System;
using System.Collections;
using System.Text.Json;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Values that messages answer with, as JSON.</summary>
internal sealed class ResponseWriter(ApiSchema schema, Preferences preferences)
{
    private readonly RowJson _rows = new(schema, preferences);

    public void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case Entity row:
                WriteRow(json, row);
                break;
            case EntityCollection rows:
                json.WriteStartArray();
                foreach (var row in rows.Entities)
                {
                    WriteRow(json, row);
                }

                json.WriteEndArray();
                break;
            case EntityReference reference:
                WriteReference(json, reference);
                break;
            case Enum flags:
                json.WriteStringValue(flags.ToString());
                break;
            case IEnumerable list and not (string or byte[] or OptionSetValueCollection):
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                ColumnJson.Write(json, null, value);
                break;
        }
    }

    private void WriteRow(Utf8JsonWriter json, Entity row)
    {
        json.WriteStartObject();
        json.WriteString("@odata.type", "#" + PathSegment.Namespace + row.LogicalName);
        if (schema.Find(row.LogicalName ?? string.Empty) is { } table)
        {
            if (row.Id != Guid.Empty && !row.Contains(table.Table.PrimaryId.Name))
            {
                json.WriteString(table.Table.PrimaryId.Name, row.Id);
            }

            _rows.WriteAny(json, table, row);
        }
        else
        {
            foreach (var (name, value) in row.Attributes)
            {
                json.WritePropertyName(name);
                Write(json, value);
            }
        }

        json.WriteEndObject();
    }

    private void WriteReference(Utf8JsonWriter json, EntityReference reference)
    {
        json.WriteStartObject();
        json.WriteString("@odata.type", "#" + PathSegment.Namespace + reference.LogicalName);
        json.WriteString(schema.Find(reference.LogicalName)?.Table.PrimaryId.Name ?? reference.LogicalName + "id", reference.Id);
        json.WriteEndObject();
    }
}
