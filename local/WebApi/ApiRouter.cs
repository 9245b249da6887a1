using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using CrmAddon.Local.WebApi.Batch;
using CrmAddon.Local.WebApi.Definitions;
using CrmAddon.Local.WebApi.Documents;
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
    private readonly ApiSchema _schema;
    private readonly RowRequests _rows;
    private readonly RowPath _path;
    private readonly CollectionRequests _collections;
    private readonly OperationRequests _operations;
    private readonly DefinitionRequests _definitions;
    private readonly BatchRequests _batches;
    private readonly ServiceDocument _service;
    private readonly MetadataDocument _metadata;

    public ApiRouter(ApiService api, ApiParts parts, Callers callers)
    {
        _schema = api.Schema;
        _rows = new RowRequests(api);
        _collections = new CollectionRequests(api);
        _operations = new OperationRequests(api);
        _path = new RowPath(api, _collections, _operations);
        _definitions = new DefinitionRequests(api.Schema);
        _batches = new BatchRequests(api, parts, callers);
        _service = new ServiceDocument(api.Schema);
        _metadata = new MetadataDocument(api.Schema, _operations.Platform);
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
        if (segments is [] or [{ Name: "$metadata" }])
        {
            return request.Method != "GET"
                ? throw ApiErrors.WrongMethod(request.Method, "this document is only to be read")
                : segments.Count == 0 ? _service.Answer(request) : _metadata.Answer();
        }

        var first = segments[0];
        if (first.Name == "$batch")
        {
            return _batches.Answer(request);
        }

        var options = QueryText.Read(request.Query);
        if (DefinitionRequests.Knows(first.Name))
        {
            return _definitions.Answer(segments, options, request);
        }

        if (_schema.FindSet(first.Name) is { } table)
        {
            return Answer(table, segments, options, request);
        }

        return segments.Count == 1 && _operations.Knows(first)
            ? _operations.Unbound(first, options, request)
            : throw ApiErrors.UnknownSegment(first.Name);
    }

    private ApiResponse Answer(ApiTable table, List<PathSegment> segments, Dictionary<string, string> options, ApiRequest request)
    {
        var first = segments[0];
        if (first.Arguments is not null)
        {
            return _path.Answer(table, RowKeys.Read(table, first, options), CollectionsMarshal.AsSpan(segments)[1..], options, request);
        }

        return segments.Count switch
        {
            1 => Set(table, options, request),
            2 when segments[1].Name == "$count" && request.Method == "GET" => _collections.Count(table, options, request),
            2 when segments[1].Name == "$ref" && request.Method == "GET" => _collections.References(table, options, request),
            2 when segments[1].IsQualified => _operations.OfSet(table, segments[1], options, request),
            _ => throw ApiErrors.UnknownSegment(segments[1].Name),
        };
    }

    private ApiResponse Set(ApiTable table, Dictionary<string, string> options, ApiRequest request) => request.Method switch
    {
        "POST" => _rows.Create(table, request),
        "GET" => _collections.Find(table, options, request),
        _ => throw ApiErrors.WrongMethod(request.Method, $"{table.SetName} is a set of rows"),
    };
}
