using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>Rows, references and collections of rows as JSON, with everything that a request can say by them.</summary>
internal static class SdkRows
{
    public static void Write(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("table", entity.LogicalName);
        json.WriteString("id", entity.Id);
        json.WriteString("version", entity.RowVersion);
        if (entity.EntityState is { } state)
        {
            json.WriteNumber("state", (int)state);
        }

        SdkJson.WriteMembers(json, "attributes", entity.Attributes);
        SdkJson.WriteMembers(json, "labels", entity.FormattedValues);
        WriteKeys(json, entity.KeyAttributes);
        WriteRelated(json, entity.RelatedEntities);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, EntityReference reference)
    {
        json.WriteStartObject();
        json.WriteString("table", reference.LogicalName);
        json.WriteString("id", reference.Id);
        json.WriteString("name", reference.Name);
        json.WriteString("version", reference.RowVersion);
        WriteKeys(json, reference.KeyAttributes);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, EntityCollection rows)
    {
        json.WriteStartObject();
        json.WriteString("table", rows.EntityName);
        json.WriteString("version", rows.MinActiveRowVersion);
        json.WriteString("cookie", rows.PagingCookie);
        json.WriteBoolean("more", rows.MoreRecords);
        json.WriteNumber("total", rows.TotalRecordCount);
        json.WriteBoolean("overTotal", rows.TotalRecordCountLimitExceeded);
        json.WritePropertyName("rows");
        SdkJson.WriteArray(json, rows.Entities);
        json.WriteEndObject();
    }

    public static Entity ReadEntity(JsonElement json)
    {
        var entity = new Entity(json.GetProperty("table").GetString()!, json.GetProperty("id").GetGuid())
        {
            RowVersion = json.GetProperty("version").GetString(),
            EntityState = json.TryGetProperty("state", out var state) ? (EntityState)state.GetInt32() : null,
        };
        SdkJson.ReadMembers(json.GetProperty("attributes"), (name, value) => entity.Attributes[name] = value);
        SdkJson.ReadMembers(json.GetProperty("labels"), (name, value) => entity.FormattedValues[name] = (string)value!);
        ReadKeys(json, entity.KeyAttributes);
        ReadRelated(json, entity.RelatedEntities);
        return entity;
    }

    public static EntityReference ReadReference(JsonElement json)
    {
        var reference = new EntityReference(json.GetProperty("table").GetString()!, json.GetProperty("id").GetGuid())
        {
            Name = json.GetProperty("name").GetString(),
            RowVersion = json.GetProperty("version").GetString(),
        };
        ReadKeys(json, reference.KeyAttributes);
        return reference;
    }

    public static EntityCollection ReadCollection(JsonElement json)
    {
        var rows = Rows(json.GetProperty("rows"));
        rows.EntityName = json.GetProperty("table").GetString();
        rows.MinActiveRowVersion = json.GetProperty("version").GetString();
        rows.PagingCookie = json.GetProperty("cookie").GetString();
        rows.MoreRecords = json.GetProperty("more").GetBoolean();
        rows.TotalRecordCount = json.GetProperty("total").GetInt32();
        rows.TotalRecordCountLimitExceeded = json.GetProperty("overTotal").GetBoolean();
        return rows;
    }

    /// <summary>A collection of which only the rows are known.</summary>
    public static EntityCollection Rows(JsonElement json) => new([.. json.EnumerateArray().Select(v => (Entity)SdkJson.Read(v)!)]);

    private static void WriteKeys(Utf8JsonWriter json, KeyAttributeCollection keys)
    {
        if (keys.Count > 0)
        {
            SdkJson.WriteMembers(json, "keys", keys);
        }
    }

    private static void ReadKeys(JsonElement json, KeyAttributeCollection keys)
    {
        if (json.TryGetProperty("keys", out var members))
        {
            SdkJson.ReadMembers(members, (name, value) => keys[name] = value);
        }
    }

    private static void WriteRelated(Utf8JsonWriter json, RelatedEntityCollection related)
    {
        if (related.Count == 0)
        {
            return;
        }

        json.WritePropertyName("related");
        json.WriteStartArray();
        foreach (var (relation, rows) in related)
        {
            json.WriteStartObject();
            json.WriteString("relation", relation.SchemaName);
            if (relation.PrimaryEntityRole is { } role)
            {
                json.WriteNumber("role", (int)role);
            }

            json.WritePropertyName("rows");
            Write(json, rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void ReadRelated(JsonElement json, RelatedEntityCollection related)
    {
        if (!json.TryGetProperty("related", out var relations))
        {
            return;
        }

        foreach (var element in relations.EnumerateArray())
        {
            var relation = new Relationship(element.GetProperty("relation").GetString()!)
            {
                PrimaryEntityRole = element.TryGetProperty("role", out var role) ? (EntityRole)role.GetInt32() : null,
            };
            related[relation] = ReadCollection(element.GetProperty("rows"));
        }
    }
}
