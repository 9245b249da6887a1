using System;
using System.Runtime.InteropServices;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Queries;
using CrmAddon.Local.WebApi.Rows;

namespace CrmAddon.Local.WebApi.PortalApi;

/// <summary>
/// The portal's Web API: rows, their values and references, and queries; no functions, actions, batches or definitions.
/// <see href="https://learn.microsoft.com/power-pages/configure/web-api-overview">Portals Web API overview</see>
/// </summary>
internal sealed class PortalRouter
{
    private readonly ApiService _api;
    private readonly RowRequests _rows;
    private readonly RowPath _path;
    private readonly CollectionRequests _collections;

    public PortalRouter(ApiService api)
    {
        _api = api;
        _rows = new RowRequests(api);
        _collections = new CollectionRequests(api);
        _path = new RowPath(api, _collections, operations: null);
    }

    public ApiResponse Answer(ApiRequest request)
    {
        try
        {
            return WithId(Route(request), request);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return PortalErrors.Answer(e);
        }
    }

    private ApiResponse Route(ApiRequest request)
    {
        var segments = PathText.Segments(request.Path);
        var first = segments.Count > 0 ? segments[0] : throw ApiErrors.UnknownSegment(string.Empty);
        var table = _api.Schema.FindSet(first.Name) ?? throw ApiErrors.UnknownSegment(first.Name);
        var options = QueryText.Read(request.Query);
        if (first.Arguments is not null)
        {
            return _path.Answer(table, RowKeys.Read(table, first, options), CollectionsMarshal.AsSpan(segments)[1..], options, request);
        }

        return segments.Count > 1
            ? throw ApiErrors.UnknownSegment(segments[1].Name)
            : request.Method switch
            {
                "POST" => _rows.Create(table, request),
                "GET" => _collections.Find(table, options, request),
                _ => throw ApiErrors.WrongMethod(request.Method, $"{table.SetName} is a set of rows"),
            };
    }

    /// <summary>The portal tells the id of a new row in a header of its own.</summary>
    private static ApiResponse WithId(ApiResponse response, ApiRequest request)
    {
        if (request.Method != "POST")
        {
            return response;
        }

        foreach (var (name, value) in response.Headers.ToArray())
        {
            if (name == "Location" && value.LastIndexOf('(') is var open and > 0)
            {
                return response.With("entityid", value[(open + 1)..].TrimEnd(')'));
            }
        }

        return response;
    }
}
