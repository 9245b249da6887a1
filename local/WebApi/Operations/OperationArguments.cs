using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>What a call of a function or an action gives: parameters in the address, or members of the body.</summary>
internal sealed class OperationArguments : IDisposable
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly ParameterReader _reader;
    private readonly ApiRequest _request;
    private readonly string _operation;
    private JsonDocument? _body;

    private OperationArguments(ParameterReader reader, ApiRequest request, string operation)
    {
        _reader = reader;
        _request = request;
        _operation = operation;
    }

    /// <summary>The names that were given.</summary>
    public IEnumerable<string> Names => _values.Keys;

    public static OperationArguments OfFunction(PathSegment segment, IReadOnlyDictionary<string, string> query, ParameterReader reader, ApiRequest request)
    {
        var arguments = new OperationArguments(reader, request, segment.ShortName);
        foreach (var argument in segment.Arguments ?? [])
        {
            if (argument.Name is null)
            {
                throw ApiErrors.BadUri($"The parameters of {segment.ShortName} are given by name: {segment.ShortName}(Name=value).");
            }

            var text = argument.Value.StartsWith('@') ? query.GetValueOrDefault(argument.Value, "null") : argument.Value;
            arguments._values[argument.Name] = Literals.Read(text) is { } value
                ? value as JsonElement? ?? JsonSerializer.SerializeToElement(value, value.GetType())
                : JsonSerializer.SerializeToElement<string?>(null);
        }

        return arguments;
    }

    public static OperationArguments OfAction(PathSegment segment, ParameterReader reader, ApiRequest request)
    {
        var arguments = new OperationArguments(reader, request, segment.ShortName);
        if (request.Body.IsEmpty)
        {
            return arguments;
        }

        arguments._body = ApiService.Json(request, segment.ShortName);
        if (arguments._body.RootElement.ValueKind != JsonValueKind.Object)
        {
            arguments.Dispose();
            throw ApiErrors.Payload(segment.ShortName, "Microsoft.OData.ODataException: the parameters of an action are members of a JSON object.");
        }

        foreach (var member in arguments._body.RootElement.EnumerateObject().Where(m => !m.Name.Contains('@', StringComparison.Ordinal)))
        {
            arguments._values[member.Name] = member.Value;
        }

        return arguments;
    }

    public bool Has(string name) => _values.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public JsonElement Json(string name) => Has(name)
        ? _values[name]
        : throw ApiErrors.Argument($"Required field '{name}' is missing in the request {_operation}.");

    public object? Value(string name, CustomApiType type) => _values.TryGetValue(name, out var value) ? _reader.Read(_operation, name, type, value, _request) : null;

    public EntityReference Reference(string name) => _reader.Reference(_operation, name, Json(name), _request);

    /// <summary>A row that a member of an object names.</summary>
    public EntityReference ReferenceIn(string name, string member) => Json(name).TryGetProperty(member, out var value)
        ? _reader.Reference(_operation, member, value, _request)
        : throw ApiErrors.Argument($"Required field '{member}' is missing in {name} of the request {_operation}.");

    public int Number(string name) => (int)_reader.Read(_operation, name, CustomApiType.Integer, Json(name), _request)!;

    public string Text(string name) => (string)_reader.Read(_operation, name, CustomApiType.String, Json(name), _request)!;

    public Entity Row(string name, string table) => _reader.Row(Json(name), table, _request);

    /// <summary>The rows of a list, each with the table that its <c>@odata.type</c> names.</summary>
    public IEnumerable<JsonElement> List(string name)
    {
        var value = Json(name);
        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw ApiErrors.Argument($"'{name}' of {_operation} is a list.");
    }

    public void Dispose() => _body?.Dispose();
}
