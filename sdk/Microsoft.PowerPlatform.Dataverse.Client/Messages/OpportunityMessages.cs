using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Winning and losing opportunities: actions of their names.</summary>
internal static class OpportunityMessages
{
    public static async Task<WireCall> WinAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await CloseAsync(request, session, stop).ConfigureAwait(false), _ => new WinOpportunityResponse { ResponseName = "WinOpportunity" });

    public static async Task<WireCall> LoseAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await CloseAsync(request, session, stop).ConfigureAwait(false), _ => new LoseOpportunityResponse { ResponseName = "LoseOpportunity" });

    private static async Task<WireRequest> CloseAsync(OrganizationRequest request, Session session, CancellationToken stop) =>
        new(HttpMethod.Post, request.RequestName)
        {
            Body = await new RowWriter(session.Tables, stop).ParametersAsync(
            [
                new("Status", request.Required<OptionSetValue>("Status")),
                new("OpportunityClose", request.Required<Entity>("OpportunityClose")),
            ]).ConfigureAwait(false),
        };
}
