using System;
using System.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>Requests for single rows: create, retrieve, update, upsert, delete.</summary>
internal sealed class RowRequests(ApiService api)
{
    private readonly RowReader _reader = new(api.Schema);
    private readonly RowAnswer _answer = new(api);

    public ApiResponse Create(ApiTable table, ApiRequest request)
    {
        using var json = ApiService.Json(request, table.SetName);
        var row = _reader.Read(table, json.RootElement, request);
        var id = new RowCreation(api).Create(row, request);
        return _answer.Created(table, id, request);
    }

    /// <summary>Creates a row among those that a navigation property of another row leads to.</summary>
    public ApiResponse CreateIn(ApiTable parent, EntityReference parentRow, CollectionNavigation collection, ApiRequest request)
    {
        var table = api.Schema.Table(collection.Target);
        using var json = ApiService.Json(request, table.SetName);
        var row = _reader.Read(table, json.RootElement, request);
        var id = api.InTransaction(() =>
        {
            var owner = new EntityReference(parent.Name, api.Resolve(parent, parentRow));
            if (collection.ChildColumn is { } column)
            {
                row[column] = owner;
                return new RowCreation(api).Create(row, request);
            }

            var created = new RowCreation(api).Create(row, request);
            api.Execute(
                new AssociateRequest { Target = owner, Relationship = collection.Relationship, RelatedEntities = [new EntityReference(table.Name, created)] },
                request);
            return created;
        });
        return _answer.Created(table, id, request);
    }

    public ApiResponse Retrieve(ApiTable table, EntityReference target, ApiRequest request) =>
        _answer.Row(table, target, request, 200, EntityTags.Known(request));

    public ApiResponse Update(ApiTable table, EntityReference target, ApiRequest request)
    {
        using var json = ApiService.Json(request, table.SetName);
        var row = _reader.Read(table, json.RootElement, request);
        row.Id = target.Id;
        row.KeyAttributes = target.KeyAttributes;
        if (row.Attributes.Values.Any(value => value is Entity))
        {
            throw ApiErrors.Argument("Deep update of navigation properties is not allowed: name an existing row by @odata.bind.");
        }

        if (EntityTags.OnlyCreate(request))
        {
            return Result(table, new RowCreation(api).CreateNew(row, request), created: true, request);
        }

        if (EntityTags.OnlyUpdate(request))
        {
            row.RowVersion = EntityTags.Expected(request);
            return Result(table, Update(table, target, row, request), created: false, request);
        }

        var answer = (UpsertResponse)api.Execute(new UpsertRequest { Target = row }, request);
        return Result(table, ((EntityReference)answer["Target"]!).Id, (bool)answer["RecordCreated"]!, request);
    }

    public ApiResponse Delete(ApiTable table, EntityReference target, ApiRequest request)
    {
        target.RowVersion = EntityTags.Expected(request);
        api.Execute(
            new DeleteRequest
            {
                Target = target,
                ConcurrencyBehavior = target.RowVersion is null ? ConcurrencyBehavior.Default : ConcurrencyBehavior.IfRowVersionMatches,
            },
            request);
        return new ApiResponse(204);
    }

    private ApiResponse Result(ApiTable table, Guid id, bool created, ApiRequest request) => request.Preferences.ReturnRepresentation
        ? _answer.Row(table, new EntityReference(table.Name, id), request, created ? 201 : 200, null).With("Preference-Applied", "return=representation")
        : new ApiResponse(204).With("Location", api.Address(request, table.Name, id)).With("OData-EntityId", api.Address(request, table.Name, id));

    /// <summary>Which row a key names is settled before the change, which may give the row another key.</summary>
    private Guid Update(ApiTable table, EntityReference target, Entity row, ApiRequest request)
    {
        return target.Id != Guid.Empty ? Send() : api.InTransaction(Send);

        Guid Send()
        {
            var id = api.Resolve(table, target);
            api.Execute(
                new UpdateRequest
                {
                    Target = row,
                    ConcurrencyBehavior = row.RowVersion is null ? ConcurrencyBehavior.Default : ConcurrencyBehavior.IfRowVersionMatches,
                },
                request);
            return id;
        }
    }
}
