using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi.Definitions;

/// <summary>
/// The definitions of tables, columns, relations and choices, to read.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query-metadata-web-api">Query table definitions</see>
/// </summary>
internal sealed class DefinitionRequests(ApiSchema schema)
{
    private const string Tables = "EntityDefinitions";
    private const string Relations = "RelationshipDefinitions";
    private const string Choices = "GlobalOptionSetDefinitions";
    private static readonly string[] KeyNames = ["LogicalName", "SchemaName", "Name", "MetadataId"];

    private readonly TableDefinition _tables = new(schema);

    public static bool Knows(string segment) => segment is Tables or Relations or Choices;

    public ApiResponse Answer(List<PathSegment> segments, IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        if (request.Method != "GET")
        {
            throw ApiErrors.NotSupported("Definitions come from the solution's files: the local Dataverse reads them and does not change them.");
        }

        var all = Set(segments[0].Name);
        IReadOnlyList<Definition> found = segments[0].Arguments is null ? all : [One(all, segments[0])];
        var isOne = segments[0].Arguments is not null;
        var cast = false;
        foreach (var segment in segments.Skip(1))
        {
            if (segment.IsQualified)
            {
                found = [.. found.Where(d => d.IsOfType(segment.Name))];
                cast = true;
                if (isOne && found.Count == 0)
                {
                    throw ApiErrors.UnknownSegment(segment.Name);
                }

                continue;
            }

            if (!isOne)
            {
                throw ApiErrors.UnknownSegment(segment.Name);
            }

            if (found[0].Related(segment.Name) is { } related)
            {
                isOne = segment.Arguments is not null;
                found = isOne ? [One(related, segment)] : related;
            }
            else if (found[0].Node.TryGetPropertyValue(segment.Name, out var value))
            {
                if (value is JsonObject node && segment.Name.EndsWith("OptionSet", StringComparison.Ordinal))
                {
                    found = [Definition.Plain(node)];
                    continue;
                }

                return Value(segment.Name, value, request);
            }
            else
            {
                throw ApiErrors.UnknownSegment(segment.Name);
            }
        }

        var context = ApiService.Context(request, string.Join('/', segments.Select(s => s.Name)));
        return isOne ? Single(found[0].Shape(options, cast), context) : Many(found, options, cast, context);
    }

    private static ApiResponse Single(JsonObject node, string context) => new(200, new JsonBody(json =>
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", context + "/$entity");
        foreach (var (name, value) in node)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }));

    private static ApiResponse Many(IReadOnlyList<Definition> found, IReadOnlyDictionary<string, string> options, bool cast, string context)
    {
        List<JsonObject> shaped = [.. Definition.Filter(found, options).Select(d => d.Shape(options, cast))];
        return new ApiResponse(200, new DefinitionsBody(shaped, context, options.TryGetValue("$count", out var count) && count == "true"));
    }

    private static ApiResponse Value(string name, JsonNode? value, ApiRequest request) => new(200, new JsonBody(json =>
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", ApiService.Context(request, name));
        json.WritePropertyName("value");
        Write(json, value);
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, JsonNode? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.WriteTo(json);
        }
    }

    private static Definition One(IReadOnlyList<Definition> definitions, PathSegment segment)
    {
        if (segment.Arguments is not [var key])
        {
            throw ApiErrors.BadUri($"{segment.Name} takes one key.");
        }

        var value = Convert.ToString(Literals.Read(key.Value), CultureInfo.InvariantCulture);
        var names = key.Name is null ? ["MetadataId"] : KeyNames.Where(n => n == key.Name).ToArray();
        return definitions.FirstOrDefault(d => names.Any(n => d.Node.TryGetPropertyValue(n, out var node) && string.Equals(node?.ToString(), value, StringComparison.OrdinalIgnoreCase)))
            ?? throw new ApiException(404, ApiErrors.NoDefinition, $"Could not find {segment.Name} with {key.Name ?? "MetadataId"} = '{value}' in the metadata cache.");
    }

    private IReadOnlyList<Definition> Set(string name) => name switch
    {
        Tables => [.. schema.Tables.Select(t => Table(t.Table))],
        Relations => [.. schema.Metadata.Relations.Values.Select(r => Definition.Plain(r is RelationMetadata one ? _tables.RelationDefinition(one) : TableDefinition.Of((ManyToManyMetadata)r)))],
        _ => [.. schema.Metadata.Choices.Values.Select(c => Definition.Plain(GlobalChoice(c)))],
    };

    private static JsonObject GlobalChoice(ChoiceMetadata choice)
    {
        var node = DefinitionNodes.Choice(choice, true, "Picklist");
        node.Insert(0, "@odata.type", "#Microsoft.Dynamics.CRM.OptionSetMetadata");
        return node;
    }

    private Definition Table(TableMetadata table) => new(
        TableDefinition.Of(table),
        navigation => TableDefinition.Navigation.Contains(navigation)
            ? [.. _tables.Related(table, navigation).Select(Definition.Plain)]
            : null);
}
