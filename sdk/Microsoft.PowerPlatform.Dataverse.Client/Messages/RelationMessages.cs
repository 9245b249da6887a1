using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Relating rows, by the collection of the one row or the lookup of the other ("Associate and disassociate table rows").</summary>
internal static class RelationMessages
{
    public static async Task<WireCall> AssociateAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await RequestsAsync(request, session, associate: true, stop).ConfigureAwait(false),
        _ => new AssociateResponse { ResponseName = "Associate" });

    public static async Task<WireCall> DisassociateAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await RequestsAsync(request, session, associate: false, stop).ConfigureAwait(false),
        _ => new DisassociateResponse { ResponseName = "Disassociate" });

    private static async Task<IReadOnlyList<WireRequest>> RequestsAsync(
        OrganizationRequest request, Session session, bool associate, CancellationToken stop)
    {
        var target = request.Required<EntityReference>("Target");
        var relationship = request.Required<Relationship>("Relationship");
        var relation = await session.Tables.RelationAsync(relationship, stop).ConfigureAwait(false);
        var isFirst = relation.IsFirst(target.LogicalName, relationship.PrimaryEntityRole);
        var isLookup = !isFirst && !relation.IsManyToMany;
        var row = await RowPath.OfAsync(target, session.Tables, stop).ConfigureAwait(false);
        var place = $"{row}/{relation.Navigation(isFirst)}";
        List<WireRequest> requests = [];
        // Where both sides of a relation of a table with itself have one name, it leads from the first: the others then relate to the row.
        var turned = relation.IsManyToMany && relation.FirstTable == relation.SecondTable && !isFirst && relation.Navigation(true) == relation.Navigation(false);
        foreach (var related in request.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            var other = await RowPath.OfAsync(related, session.Tables, stop).ConfigureAwait(false);
            requests.Add(turned
                ? Request(associate, isLookup: false, $"{other}/{relation.Navigation(true)}", row, target.Id, session)
                : Request(associate, isLookup, place, other, related.Id, session));
        }

        return requests;
    }

    private static WireRequest Request(bool associate, bool isLookup, string place, string other, System.Guid id, Session session)
    {
        if (!associate)
            return new WireRequest(HttpMethod.Delete, isLookup ? $"{place}/$ref" : $"{place}({id})/$ref");
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["@odata.id"] = $"{session.Connection.Http.BaseAddress}{other}" });
        return new WireRequest(isLookup ? HttpMethod.Put : HttpMethod.Post, place + "/$ref") { Body = body };
    }
}
