using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Sharing of rows, and who may do what with them ("GrantAccess Action" and its neighbours in the Web API reference).</summary>
internal static class AccessMessages
{
    public static async Task<WireCall> GrantAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ShareAsync(request, session, stop).ConfigureAwait(false), _ => new GrantAccessResponse { ResponseName = "GrantAccess" });

    public static async Task<WireCall> ModifyAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ShareAsync(request, session, stop).ConfigureAwait(false), _ => new ModifyAccessResponse { ResponseName = "ModifyAccess" });

    public static async Task<WireCall> RevokeAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ActionAsync(
            "RevokeAccess",
            [new("Target", request.Required<EntityReference>("Target")), new("Revokee", request.Required<EntityReference>("Revokee"))],
            session, stop).ConfigureAwait(false),
        _ => new RevokeAccessResponse { ResponseName = "RevokeAccess" });

    public static async Task<WireCall> PrincipalAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var principal = await RowPath.OfAsync(request.Required<EntityReference>("Principal"), session.Tables, stop).ConfigureAwait(false);
        var target = await TargetAsync(request, session, stop).ConfigureAwait(false);
        return new WireCall(
            WireRequest.Get($"{principal}/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@target)?@target={target}"),
            answer => new RetrievePrincipalAccessResponse { ResponseName = "RetrievePrincipalAccess" }
                .With("AccessRights", Rights(answer.Json().GetProperty("AccessRights"))));
    }

    public static async Task<WireCall> SharedAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var target = await TargetAsync(request, session, stop).ConfigureAwait(false);
        return new WireCall(
            WireRequest.Get($"RetrieveSharedPrincipalsAndAccess(Target=@target)?@target={target}"),
            answer => new RetrieveSharedPrincipalsAndAccessResponse { ResponseName = "RetrieveSharedPrincipalsAndAccess" }.With(
                "PrincipalAccesses",
                answer.Json().GetProperty("PrincipalAccesses").EnumerateArray().Select(share => new PrincipalAccess
                {
                    AccessMask = Rights(share.GetProperty("AccessMask")),
                    Principal = Principal(share.GetProperty("Principal")),
                }).ToArray()));
    }

    private static Task<WireRequest> ShareAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var share = request.Required<PrincipalAccess>("PrincipalAccess");
        return ActionAsync(
            request.RequestName,
            [
                new("Target", request.Required<EntityReference>("Target")),
                new("PrincipalAccess", new Dictionary<string, object?> { ["AccessMask"] = share.AccessMask, ["Principal"] = share.Principal }),
            ],
            session, stop);
    }

    private static async Task<WireRequest> ActionAsync(
        string name, IEnumerable<KeyValuePair<string, object?>> parameters, Session session, CancellationToken stop) => new(HttpMethod.Post, name)
        {
            Body = await new RowWriter(session.Tables, stop).ParametersAsync(parameters).ConfigureAwait(false),
        };

    private static async Task<string> TargetAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var row = await RowPath.OfAsync(request.Required<EntityReference>("Target"), session.Tables, stop).ConfigureAwait(false);
        return Uri.EscapeDataString($"{{\"@odata.id\":\"{row}\"}}");
    }

    // "ReadAccess, WriteAccess"
    private static AccessRights Rights(JsonElement json) => Enum.TryParse<AccessRights>(json.GetString(), out var rights) ? rights : AccessRights.None;

    private static EntityReference Principal(JsonElement json) => json.TryGetProperty("teamid", out var team)
        ? new EntityReference("team", team.GetGuid())
        : new EntityReference("systemuser", (json.TryGetProperty("systemuserid", out var user) ? user : json.GetProperty("ownerid")).GetGuid());
}
