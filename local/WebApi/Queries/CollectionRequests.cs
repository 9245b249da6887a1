using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>Queries of a set of rows, or of the rows that a collection-valued navigation property leads to.</summary>
internal sealed class CollectionRequests(ApiService api)
{
    private readonly FetchRequests _fetch = new(api);

    /// <param name="table">The table of the rows.</param>
    /// <param name="options">The query.</param>
    /// <param name="request">The request.</param>
    /// <param name="limit">Leaves only the rows of a collection; null: all.</param>
    public ApiResponse Find(ApiTable table, IReadOnlyDictionary<string, string> options, ApiRequest request, Action<TableFetch>? limit = null)
    {
        if (options.TryGetValue("fetchXml", out var fetchXml))
        {
            return limit is null ? _fetch.Find(table, fetchXml, options, request) : throw ApiErrors.BadUri("fetchXml belongs to a set of rows, not to a navigation property.");
        }

        if (options.ContainsKey("savedQuery") || options.ContainsKey("userQuery"))
        {
            throw ApiErrors.NotSupported("Saved and personal views are not kept by the local Dataverse: send their FetchXML as fetchXml.");
        }

        return options.ContainsKey("$apply") ? Aggregate(table, options, request, limit) : Rows(table, options, request, limit);
    }

    /// <summary>The number of rows as text, at most 5,000.</summary>
    public ApiResponse Count(ApiTable table, IReadOnlyDictionary<string, string> options, ApiRequest request, Action<TableFetch>? limit = null)
    {
        var fetch = new TableFetch(table, api.Schema).Where(Filter(options))
            .Set("count", "1").Set("page", "1").Set("returntotalrecordcount", "true");
        fetch.Entity.AddFirst(new XElement("attribute", new XAttribute("name", table.Table.PrimaryId.Name)));
        limit?.Invoke(fetch);
        return new ApiResponse(200, new TextBody(fetch.Run(api, request).TotalRecordCount.ToString(CultureInfo.InvariantCulture), "text/plain"));
    }

    /// <summary>The addresses of the rows instead of the rows.</summary>
    public ApiResponse References(ApiTable table, IReadOnlyDictionary<string, string> options, ApiRequest request, Action<TableFetch>? limit = null)
    {
        var fetch = new TableFetch(table, api.Schema).Where(Filter(options)).Select(Selection.Read(table, table.Table.PrimaryId.Name), []);
        limit?.Invoke(fetch);
        var found = fetch.Run(api, request);
        return new ApiResponse(200, new PageBody<Entity>(
            ApiService.Context(request, "Collection($ref)"),
            found.Entities,
            PageFacts.Of(found),
            request.Preferences,
            (json, row) => json.WriteString("@odata.id", api.Address(request, table.Name, row.Id))));
    }

    private ApiResponse Rows(ApiTable table, IReadOnlyDictionary<string, string> options, ApiRequest request, Action<TableFetch>? limit)
    {
        var selection = Selection.Read(table, options.GetValueOrDefault("$select"));
        var terms = ExpandText.Read(options.GetValueOrDefault("$expand"));
        Expander.Check(table, terms, api.Schema, nested: false);
        var page = PageOptions.Read(options, request);
        var fetch = new TableFetch(table, api.Schema)
            .Where(Filter(options))
            .OrderBy(OrderText.Read(options.GetValueOrDefault("$orderby"), options))
            .Select(selection, Expander.Lookups(table, terms));
        limit?.Invoke(fetch);
        var found = page.Top == 0 ? new EntityCollection { TotalRecordCount = -1 } : Page(fetch, page).Run(api, request);
        List<ShapedRow> rows = [.. found.Entities.Select(r => new ShapedRow(r, selection))];
        new Expander(api, request).Expand(table, rows, terms, inCollection: true);
        var writer = new ShapedJson(new RowJson(api.Schema, request.Preferences));
        var response = new ApiResponse(200, new PageBody<ShapedRow>(
            ContextText.Of(request, table, options), rows, PageFacts.Of(found), request.Preferences, writer.Write)
        {
            HasCount = page.Count,
            NextLink = found.MoreRecords && page.Top is null ? NextLink(request, page.Next(found)) : null,
        });
        return request.Preferences.PageSize is { } size
            ? response.With("Preference-Applied", string.Create(CultureInfo.InvariantCulture, $"odata.maxpagesize={size}"))
            : response;
    }

    private static TableFetch Page(TableFetch fetch, PageOptions page)
    {
        if (page.Top is { } top && !page.Count)
        {
            return fetch.Set("top", Math.Min(top, PageOptions.Largest));
        }

        return fetch
            .Set("count", Math.Min(page.Top ?? page.Size, page.Size))
            .Set("page", page.PageNumber)
            .Set("paging-cookie", string.IsNullOrEmpty(page.Cookie) ? null : page.Cookie)
            .Set("returntotalrecordcount", page.Count ? "true" : null);
    }

    private ApiResponse Aggregate(ApiTable table, IReadOnlyDictionary<string, string> options, ApiRequest request, Action<TableFetch>? limit)
    {
        var fetch = new TableFetch(table, api.Schema).Set("aggregate", "true");
        new ApplyTranslator(table, options, fetch).Translate(options["$apply"]);
        limit?.Invoke(fetch);
        var found = fetch.Run(api, request);
        var writer = new RowJson(api.Schema, request.Preferences);
        return new ApiResponse(200, new PageBody<Entity>(
            ApiService.Context(request, table.SetName), found.Entities, PageFacts.Of(found), request.Preferences, (json, row) => writer.WriteFound(json, table, [], row)));
    }

    private static QueryToken? Filter(IReadOnlyDictionary<string, string> options) =>
        options.TryGetValue("$filter", out var text) ? FilterText.Read(text, options) : null;

    private static string NextLink(ApiRequest request, string token)
    {
        var query = request.Query.Split('&').Where(p => p.Length > 0 && !p.StartsWith("$skiptoken=", StringComparison.Ordinal) && !p.StartsWith("%24skiptoken=", StringComparison.OrdinalIgnoreCase));
        return $"{request.Root}{request.Path}?{string.Join('&', query.Append("$skiptoken=" + Uri.EscapeDataString(token)))}";
    }
}
