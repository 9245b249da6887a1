using System;
using System.Collections.Generic;
using CrmAddon.Local.WebApi.Batch;
using CrmAddon.Local.WebApi.Definitions;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Operations;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Queries;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi;

/// <summary>Takes a request to what its address names.</summary>
internal sealed class ApiRouter
{
    private readonly ApiService _api;
    private readonly RowRequests _rows;
    private readonly CollectionRequests _collections;
    private readonly PlatformOperations _operations;
    private readonly DefinitionRequests _definitions;
    private readonly BatchRequests _batches;

    public ApiRouter(ApiService api, Callers callers)
    {
        _batches = new BatchRequests(api, this, callers);
        _api = api;
        _rows = new RowRequests(api);
        _collections = new CollectionRequests(api);
        _operations = new PlatformOperations(api);
        _definitions = new DefinitionRequests(api.Schema);
    }

    /// <summary>Answers a request; what it refuses becomes an answer as well.</summary>
    public ApiResponse Answer(ApiRequest request)
    {
        try
        {
            var response = Route(request);
            return request.Preferences.Annotations is { Length: > 0 } annotations && response.Status is 200 or 201 && response.Body is not BatchBody
                ? response.With("Preference-Applied", $"odata.include-annotations=\"{annotations}\"")
                : response;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ErrorBody.Answer(e, request.Preferences);
        }
    }

    private ApiResponse Route(ApiRequest request)
    {
        var segments = PathText.Segments(request.Path);
        if (segments.Count == 0)
        {
            throw ApiErrors.UnknownSegment(string.Empty);
        }

        var first = segments[0];
        if (first.Name == "$batch")
        {
            return _batches.Answer(request);
        }

        if (first.Name == "WhoAmI")
        {
            return request.Method == "GET" ? _operations.WhoAmI(request) : throw ApiErrors.NoResource(request.Root + request.Path);
        }

        var options = QueryText.Read(request.Query);
        if (DefinitionRequests.Knows(first.Name))
        {
            return _definitions.Answer(segments, options, request);
        }

        var table = _api.Schema.FindSet(first.Name) ?? throw ApiErrors.UnknownSegment(first.Name);
        if (segments.Count > 1)
        {
            throw ApiErrors.UnknownSegment(segments[1].Name);
        }

        return first.Arguments is null ? Set(table, options, request) : Row(table, first, options, request);
    }

    private ApiResponse Set(ApiTable table, Dictionary<string, string> options, ApiRequest request) => request.Method switch
    {
        "POST" => _rows.Create(table, request),
        "GET" => _collections.Find(table, options, request),
        _ => throw ApiErrors.WrongMethod(request.Method, $"{table.SetName} is a set of rows"),
    };

    private ApiResponse Row(ApiTable table, PathSegment segment, Dictionary<string, string> options, ApiRequest request)
    {
        var target = RowKeys.Read(table, segment, options);
        return request.Method switch
        {
            "GET" => _rows.Retrieve(table, target, request),
            "PATCH" or "PUT" => _rows.Update(table, target, request),
            "DELETE" => _rows.Delete(table, target, request),
            _ => throw ApiErrors.WrongMethod(request.Method, $"{segment.Name}(...) is a row"),
        };
    }
}
