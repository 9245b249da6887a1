using System;
using System.Collections.Generic;
using System.Text.Json;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>Makes a row for a message of the JSON that was sent.</summary>
internal sealed class RowReader(ApiSchema schema)
{
    private const string Bind = "@odata.bind";

    private readonly RowKeys _keys = new(schema);

    public Entity Read(ApiTable table, JsonElement json, ApiRequest request)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrors.Payload(table.SetName, $"Microsoft.OData.ODataException: a JSON object is expected, but there is {json.ValueKind}.");
        }

        var row = new Entity(table.Name);
        foreach (var member in json.EnumerateObject())
        {
            Read(table, row, member, request);
        }

        return row;
    }

    /// <summary>The table that <c>@odata.type</c> names; null without it.</summary>
    public ApiTable? TypeOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("@odata.type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var name = type.GetString()!.TrimStart('#');
        return (name.StartsWith(PathSegment.Namespace, StringComparison.Ordinal) ? schema.Find(name[PathSegment.Namespace.Length..]) : null)
            ?? throw ApiErrors.Argument($"A type named '{name}' could not be resolved by the model.");
    }

    private void Read(ApiTable table, Entity row, JsonProperty member, ApiRequest request)
    {
        var name = member.Name;
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at == 0)
        {
            ReadAnnotation(table, row, member);
            return;
        }

        if (at > 0)
        {
            if (name.AsSpan(at).SequenceEqual(Bind))
            {
                ReadBinding(table, row, name[..at], member.Value, request);
            }

            return; // other annotations of a property (formatted values) come back with rows that were read, and mean nothing here
        }

        if (table.Properties.TryGetValue(name, out var property))
        {
            row[property.Column.Name] = !property.IsLookup
                ? ColumnJson.Read(table, property.Column, member.Value)
                : throw ApiErrors.Payload(table.SetName, $"Microsoft.Crm.CrmException: CRM do not support direct update of Entity Reference properties, Use Navigation properties instead ('{name}').");
        }
        else if (table.Lookups.TryGetValue(name, out var lookup))
        {
            ReadSingle(table, row, lookup, member.Value, request);
        }
        else if (table.Collections.TryGetValue(name, out var collection))
        {
            ReadMany(table, row, collection, member.Value, request);
        }
        else
        {
            throw ApiErrors.UnknownInPayload(table.SetName, table.Name, name);
        }
    }

    private void ReadAnnotation(ApiTable table, Entity row, JsonProperty member)
    {
        if (member.Name == "@odata.id" && member.Value.ValueKind == JsonValueKind.String)
        {
            var segments = PathText.Segments(member.Value.GetString()!);
            if (segments.Count > 0 && segments[^1].Arguments is { Count: > 0 } && schema.FindSet(segments[^1].Name) == table)
            {
                var key = RowKeys.Read(table, segments[^1], new Dictionary<string, string>());
                row.Id = key.Id;
                row.KeyAttributes = key.KeyAttributes;
            }
            else
            {
                throw ApiErrors.Argument($"The URI value '{member.Value.GetString()}' in @odata.id names no row of {table.SetName}.");
            }
        }
    }

    private void ReadBinding(ApiTable table, Entity row, string name, JsonElement value, ApiRequest request)
    {
        if (table.Lookups.TryGetValue(name, out var lookup))
        {
            row[lookup.Column.Name] = value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String when value.GetString() is { Length: > 0 } address => Reference(table, lookup, address, request),
                _ => throw ApiErrors.WrongLiteral(table.SetName, name + Bind, value.ToString(), "Edm.String"),
            };
            return;
        }

        if (!table.Collections.TryGetValue(name, out var collection))
        {
            throw ApiErrors.UndeclaredNavigation(table.SetName, name);
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            throw ApiErrors.Payload(table.SetName, $"Microsoft.OData.ODataException: '{name}{Bind}' is collection-valued: a list of addresses is expected.");
        }

        foreach (var address in value.EnumerateArray())
        {
            var reference = address.ValueKind == JsonValueKind.String
                ? _keys.Bound(address.GetString()!, request)
                : throw ApiErrors.WrongLiteral(table.SetName, name + Bind, address.ToString(), "Edm.String");
            if (reference.LogicalName != collection.Target)
            {
                throw ApiErrors.Argument($"'{name}' holds rows of {collection.Target}, not of {reference.LogicalName}.");
            }

            Related(row, collection).Entities.Add(new Entity(reference.LogicalName, reference.Id) { KeyAttributes = reference.KeyAttributes });
        }
    }

    private EntityReference Reference(ApiTable table, LookupNavigation lookup, string address, ApiRequest request)
    {
        var reference = _keys.Bound(address, request);
        var fits = lookup.Target is { } target
            ? reference.LogicalName == target
            : lookup.Column.Targets.Count == 0 || System.Linq.Enumerable.Contains(lookup.Column.Targets, reference.LogicalName);
        return fits
            ? reference
            : throw ApiErrors.Payload(table.SetName, $"Microsoft.OData.ODataException: '{lookup.Name}' points to rows of {lookup.Target ?? string.Join(" or ", lookup.Column.Targets)}, not of {reference.LogicalName}.");
    }

    private void ReadSingle(ApiTable table, Entity row, LookupNavigation lookup, JsonElement value, ApiRequest request)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            row[lookup.Column.Name] = null;
            return;
        }

        var target = TypeOf(value)?.Name ?? lookup.Target
            ?? throw ApiErrors.Payload(table.SetName, $"Microsoft.OData.ODataException: '{lookup.Name}' may hold rows of several tables: @odata.type is needed.");
        row[lookup.Column.Name] = Read(schema.Table(target), value, request);
    }

    private void ReadMany(ApiTable table, Entity row, CollectionNavigation collection, JsonElement value, ApiRequest request)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw ApiErrors.Payload(table.SetName, $"Microsoft.OData.ODataException: '{collection.Name}' is collection-valued: a list of rows is expected.");
        }

        var target = schema.Table(collection.Target);
        foreach (var item in value.EnumerateArray())
        {
            Related(row, collection).Entities.Add(Read(target, item, request));
        }
    }

    private static EntityCollection Related(Entity row, CollectionNavigation collection)
    {
        var relation = collection.Relationship;
        if (!row.RelatedEntities.TryGetValue(relation, out var rows))
        {
            rows = new EntityCollection { EntityName = collection.Target };
            row.RelatedEntities[relation] = rows;
        }

        return rows;
    }
}
