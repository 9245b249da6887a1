using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>
/// Merging rows: the action takes the second row itself, where the message has its id only.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/merge">Merge action</see>
/// </summary>
internal static class MergeMessage
{
    public static async Task<WireCall> PrepareAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var target = request.Required<EntityReference>("Target");
        List<KeyValuePair<string, object?>> parameters =
        [
            new("Target", target),
            new("Subordinate", new EntityReference(target.LogicalName, request.Optional<Guid>("SubordinateId"))),
            new("PerformParentingChecks", request.Optional<bool>("PerformParentingChecks")),
        ];
        if (request.Optional<Entity>("UpdateContent") is { } content)
            parameters.Add(new("UpdateContent", content));
        var wire = new WireRequest(HttpMethod.Post, "Merge")
        {
            Body = await new RowWriter(session.Tables, stop).ParametersAsync(parameters).ConfigureAwait(false),
        };
        return new WireCall(wire, _ => new MergeResponse { ResponseName = "Merge" });
    }
}
