using System;
using System.Collections.Generic;
using System.Globalization;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Calls of functions and actions: by themselves, or bound to a row or to a set.</summary>
internal sealed class OperationRequests
{
    private readonly ApiService _api;
    private readonly ParameterReader _reader;
    private readonly PlatformOperations _platform;
    private readonly CustomApiCalls _custom;
    private readonly MultipleOperations _multiple;

    public OperationRequests(ApiService api)
    {
        _api = api;
        _reader = new ParameterReader(api.Schema);
        _platform = new PlatformOperations(api);
        _custom = new CustomApiCalls(api);
        _multiple = new MultipleOperations(api, _reader);
    }

    public PlatformOperations Platform => _platform;

    /// <summary>Whether a function or an action of this name stands by itself.</summary>
    public bool Knows(PathSegment segment) => !segment.IsQualified && (_platform.Find(segment.Name, null) ?? (object?)_custom.Find(segment.Name, null)) is not null;

    public ApiResponse Unbound(PathSegment segment, IReadOnlyDictionary<string, string> options, ApiRequest request) =>
        Call(segment, null, null, options, request);

    public ApiResponse OfSet(ApiTable table, PathSegment segment, IReadOnlyDictionary<string, string> options, ApiRequest request) => MultipleOperations.Knows(segment.ShortName)
        ? _multiple.Answer(table, segment, request)
        : Call(segment, table, null, options, request);

    public ApiResponse OfRow(ApiTable table, EntityReference row, PathSegment segment, IReadOnlyDictionary<string, string> options, ApiRequest request) =>
        Call(segment, table, row, options, request);

    private ApiResponse Call(PathSegment segment, ApiTable? table, EntityReference? row, IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        var custom = _custom.Find(segment.ShortName, table?.Name);
        var operation = custom is null ? _platform.Find(segment.ShortName, table?.Name) : null;
        var isFunction = custom?.IsFunction ?? operation?.IsFunction ?? throw ApiErrors.UnknownSegment(segment.Name);
        if (request.Method != (isFunction ? "GET" : "POST"))
        {
            throw ApiErrors.NoResource(request.Root + request.Path);
        }

        using var arguments = isFunction
            ? OperationArguments.OfFunction(segment, options, _reader, request)
            : OperationArguments.OfAction(segment, _reader, request);
        var target = row is { KeyAttributes.Count: > 0 } ? new EntityReference(row.LogicalName, _api.Resolve(table!, row)) : row;
        return custom is not null ? _custom.Call(custom, arguments, target, request) : Answer(operation!, arguments, target, request);
    }

    private ApiResponse Answer(PlatformOperation operation, OperationArguments arguments, EntityReference? row, ApiRequest request)
    {
        var message = operation.Message(arguments, row);
        var answer = message is null ? null : _api.Execute(message, request);
        if (operation.Answer is not { } write)
        {
            return new ApiResponse(204);
        }

        var body = TextBody.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", ApiService.Context(request, $"{PathSegment.Namespace}{operation.Name}Response"));
            write(json, answer, arguments, request);
            json.WriteEndObject();
        });
        var response = new ApiResponse(200, body);

        // https://learn.microsoft.com/power-apps/developer/data-platform/send-parallel-requests
        return operation.Name == "WhoAmI"
            ? response.With("x-ms-dop-hint", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture))
            : response;
    }
}
