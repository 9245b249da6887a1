using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Queries;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>The messages about many rows of one table.</summary>
internal static class MultipleMessages
{
    public static async Task<WireCall> RetrieveMultipleAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var fetch = await Query.ToFetchAsync(request.Required<QueryBase>("Query"), session.Tables, stop).ConfigureAwait(false);
        var shape = await FetchShape.OfAsync(fetch.Element("entity")!, session.Tables, stop).ConfigureAwait(false);
        var text = fetch.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
        return new WireCall(
            WireRequest.Get($"{shape.Root.Name.EntitySetName}?fetchXml={Uri.EscapeDataString(text)}").With("Prefer", "odata.include-annotations=\"*\""),
            answer => new RetrieveMultipleResponse { ResponseName = "RetrieveMultiple" }.With("EntityCollection", QueryPage.Read(answer.Json(), shape)));
    }

    public static async Task<WireCall> CreateMultipleAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ActionAsync(request, session, stop).ConfigureAwait(false),
        answer => new CreateMultipleResponse { ResponseName = "CreateMultiple" }
            .With("Ids", answer.Json().GetProperty("Ids").EnumerateArray().Select(id => id.GetGuid()).ToArray()));

    public static async Task<WireCall> UpdateMultipleAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ActionAsync(request, session, stop).ConfigureAwait(false),
        _ => new UpdateMultipleResponse { ResponseName = "UpdateMultiple" });

    /// <remarks>The Web API answers without a body: which rows were created is not told, so the response has no results.</remarks>
    public static async Task<WireCall> UpsertMultipleAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ActionAsync(request, session, stop).ConfigureAwait(false),
        _ => new UpsertMultipleResponse { ResponseName = "UpsertMultiple" });

    // One table for all: the set that the action is bound to.
    private static async Task<WireRequest> ActionAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var targets = request.Required<EntityCollection>("Targets");
        var table = targets.EntityName ?? targets.Entities.FirstOrDefault()?.LogicalName;
        var set = (await session.Tables.NameAsync(table, stop).ConfigureAwait(false)).EntitySetName;
        IEnumerable<KeyValuePair<string, object?>> parameters = [new("Targets", targets)];
        return new WireRequest(HttpMethod.Post, $"{set}/Microsoft.Dynamics.CRM.{request.RequestName}")
        {
            Body = await new RowWriter(session.Tables, stop).ParametersAsync(parameters).ConfigureAwait(false),
        };
    }
}
