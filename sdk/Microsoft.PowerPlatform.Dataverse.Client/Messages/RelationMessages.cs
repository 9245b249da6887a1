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
        foreach (var related in request.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            var other = await RowPath.OfAsync(related, session.Tables, stop).ConfigureAwait(false);
            if (associate)
            {
                var body = JsonSerializer.SerializeToUtf8Bytes(
                    new Dictionary<string, string> { ["@odata.id"] = $"{session.Connection.Http.BaseAddress}{other}" });
                requests.Add(new WireRequest(isLookup ? HttpMethod.Put : HttpMethod.Post, place + "/$ref") { Body = body });
            }
            else
            {
                requests.Add(new WireRequest(HttpMethod.Delete, isLookup ? $"{place}/$ref" : $"{place}({related.Id})/$ref"));
            }
        }

        return requests;
    }
}
