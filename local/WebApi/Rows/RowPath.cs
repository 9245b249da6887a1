using System;
using System.Collections.Generic;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Operations;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Queries;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>
/// Follows an address from a row on: to a value of it, a reference, the rows around it, or an operation bound to it (where there are
/// operations).
/// </summary>
internal sealed class RowPath(ApiService api, CollectionRequests collections, OperationRequests? operations)
{
    private const string Reference = "$ref";

    private readonly RowRequests _rows = new(api);
    private readonly PropertyRequests _properties = new(api);
    private readonly ReferenceRequests _references = new(api);

    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="rest">What follows in the address.</param>
    /// <param name="options">The query.</param>
    /// <param name="request">The request.</param>
    public ApiResponse Answer(ApiTable table, EntityReference row, ReadOnlySpan<PathSegment> rest, IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        if (rest.IsEmpty)
        {
            return Row(table, row, request);
        }

        var next = rest[0];
        var after = rest[1..];
        if (next.IsQualified)
        {
            return after.IsEmpty && operations is not null ? operations.OfRow(table, row, next, options, request) : throw ApiErrors.UnknownSegment(next.Name);
        }

        if (table.Properties.TryGetValue(next.Name, out var property) && next.Arguments is null)
        {
            var isRaw = after is [{ Name: "$value" }];
            return isRaw || after.IsEmpty
                ? _properties.Answer(table, row, property, isRaw, request)
                : throw ApiErrors.UnknownSegment(after[0].Name);
        }

        if (table.Lookups.TryGetValue(next.Name, out var lookup) && next.Arguments is null)
        {
            return Single(row, lookup, after, options, request);
        }

        return table.Collections.TryGetValue(next.Name, out var collection)
            ? Many(table, row, collection, next, after, options, request)
            : throw ApiErrors.UnknownSegment(next.Name);
    }

    private ApiResponse Row(ApiTable table, EntityReference row, ApiRequest request) => request.Method switch
    {
        "GET" => _rows.Retrieve(table, row, request),
        "PATCH" => _rows.Update(table, row, request),
        "DELETE" => _rows.Delete(table, row, request),
        _ => throw ApiErrors.WrongMethod(request.Method, $"{table.SetName}(...) is a row"),
    };

    private ApiResponse Single(EntityReference row, LookupNavigation lookup, ReadOnlySpan<PathSegment> after, IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        if (after is [{ Name: Reference }])
        {
            return _references.OfLookup(row, lookup, request);
        }

        if (request.Method != "GET")
        {
            throw ApiErrors.WrongMethod(request.Method, $"{lookup.Name} leads to another row: change it there, or the reference by {lookup.Name}/$ref");
        }

        return _references.Read(row, lookup, request) is { } target
            ? Answer(api.Schema.Table(target.LogicalName), target, after, options, request)
            : new ApiResponse(204);
    }

    private ApiResponse Many(
        ApiTable table, EntityReference row, CollectionNavigation collection, PathSegment segment, ReadOnlySpan<PathSegment> after, IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        var target = api.Schema.Table(collection.Target);
        var member = segment.Arguments is null ? null : RowKeys.Read(target, segment, options);
        if (after is [{ Name: Reference }] && request.Method != "GET")
        {
            return _references.OfCollection(row, collection, member, options, request);
        }

        if (member is not null)
        {
            return Answer(target, member, after, options, request);
        }

        if (request.Method == "POST" && after.IsEmpty)
        {
            return _rows.CreateIn(table, row, collection, request);
        }

        if (request.Method != "GET")
        {
            throw ApiErrors.WrongMethod(request.Method, $"{collection.Name} is a collection of rows");
        }

        var id = ((Entity)api.Execute(new RetrieveRequest { Target = row, ColumnSet = new ColumnSet(table.Table.PrimaryId.Name) }, request)["Entity"]!).Id;
        return after switch
        {
            [] => collections.Find(target, options, request, fetch => Limit(fetch, target, collection, id)),
            [{ Name: "$count" }] => collections.Count(target, options, request, fetch => Limit(fetch, target, collection, id)),
            [{ Name: Reference }] => collections.References(target, options, request, fetch => Limit(fetch, target, collection, id)),
            [{ IsQualified: true }] when operations is not null => operations.OfSet(target, after[0], options, request),
            _ => throw ApiErrors.UnknownSegment(after[0].Name),
        };
    }

    private static void Limit(TableFetch fetch, ApiTable target, CollectionNavigation collection, Guid id)
    {
        if (collection.Intersect is not { } intersect)
        {
            fetch.WhereIn(collection.ChildColumn!, [id.ToString("D")]);
            return;
        }

        fetch.Entity.Add(new XElement(
            "link-entity",
            new XAttribute("name", intersect.Table),
            new XAttribute("from", intersect.There),
            new XAttribute("to", target.Table.PrimaryId.Name),
            new XAttribute("alias", "joined"),
            new XElement("filter", new XElement(
                "condition", new XAttribute("attribute", intersect.Here), new XAttribute("operator", "eq"), new XAttribute("value", id.ToString("D"))))));
    }
}
