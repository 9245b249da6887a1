using System.Collections.Generic;
using System.Text.Json;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>
/// References between rows: <c>accounts(id)/primarycontactid/$ref</c>, <c>accounts(id)/contact_customer_accounts/$ref</c>.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/associate-disassociate-entities-using-web-api">Associate and disassociate</see>
/// </summary>
internal sealed class ReferenceRequests(ApiService api)
{
    private readonly RowKeys _keys = new(api.Schema);

    public ApiResponse OfLookup(EntityReference row, LookupNavigation lookup, ApiRequest request)
    {
        switch (request.Method)
        {
            case "GET":
                return Read(row, lookup, request) is { } found
                    ? new ApiResponse(200, new JsonBody(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("@odata.context", ApiService.Context(request, "$ref"));
                        json.WriteString("@odata.id", api.Address(request, found.LogicalName, found.Id));
                        json.WriteEndObject();
                    }))
                    : new ApiResponse(204);
            case "PUT" or "POST":
                var target = Named(request);
                if (lookup.Target is not null && target.LogicalName != lookup.Target)
                {
                    throw ApiErrors.Argument($"'{lookup.Name}' points to rows of {lookup.Target}, not of {target.LogicalName}.");
                }

                Update(row, lookup, target, request);
                return new ApiResponse(204);
            case "DELETE":
                Update(row, lookup, null, request);
                return new ApiResponse(204);
            default:
                throw ApiErrors.WrongMethod(request.Method, $"{lookup.Name}/$ref is a reference");
        }
    }

    /// <summary>What a lookup points to, for the tables that the navigation property stands for.</summary>
    public EntityReference? Read(EntityReference row, LookupNavigation lookup, ApiRequest request)
    {
        var found = (Entity)api.Execute(new RetrieveRequest { Target = row, ColumnSet = new ColumnSet(lookup.Column.Name) }, request)["Entity"]!;
        return found.GetAttributeValue<EntityReference>(lookup.Column.Name) is { } reference && (lookup.Target is null || lookup.Target == reference.LogicalName)
            ? reference
            : null;
    }

    public ApiResponse OfCollection(
        EntityReference row, CollectionNavigation collection, EntityReference? member, IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        switch (request.Method)
        {
            case "POST" or "PUT" when member is null:
                api.Execute(new AssociateRequest { Target = row, Relationship = collection.Relationship, RelatedEntities = [Checked(Named(request), collection)] }, request);
                return new ApiResponse(204);
            case "DELETE":
                var other = member ?? (options.TryGetValue("$id", out var address)
                    ? Checked(_keys.Bound(address, request), collection)
                    : throw ApiErrors.BadUri($"Which row is to leave {collection.Name}? Name it as {collection.Name}(id)/$ref or by $id."));
                api.Execute(new DisassociateRequest { Target = row, Relationship = collection.Relationship, RelatedEntities = [other] }, request);
                return new ApiResponse(204);
            default:
                throw ApiErrors.WrongMethod(request.Method, $"{collection.Name}/$ref is a collection of references");
        }
    }

    private static EntityReference Checked(EntityReference reference, CollectionNavigation collection) => reference.LogicalName == collection.Target
        ? reference
        : throw ApiErrors.Argument($"'{collection.Name}' holds rows of {collection.Target}, not of {reference.LogicalName}.");

    private EntityReference Named(ApiRequest request)
    {
        using var body = ApiService.Json(request, "$ref");
        return body.RootElement.ValueKind == JsonValueKind.Object && body.RootElement.TryGetProperty("@odata.id", out var address) && address.ValueKind == JsonValueKind.String
            ? _keys.Bound(address.GetString()!, request)
            : throw ApiErrors.Payload("$ref", "Microsoft.OData.ODataException: a JSON object with the address of a row as '@odata.id' is expected.");
    }

    private void Update(EntityReference row, LookupNavigation lookup, EntityReference? target, ApiRequest request)
    {
        var update = new Entity(row.LogicalName, row.Id) { KeyAttributes = row.KeyAttributes };
        update[lookup.Column.Name] = target;
        api.Execute(new UpdateRequest { Target = update }, request);
    }
}
