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

/// <summary>Members of teams, and what users and teams may do: bound to the team or user.</summary>
internal static class TeamMessages
{
    public static async Task<WireCall> AddMembersAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await MembersAsync(request, session, stop).ConfigureAwait(false), _ => new AddMembersTeamResponse { ResponseName = "AddMembersTeam" });

    public static async Task<WireCall> RemoveMembersAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await MembersAsync(request, session, stop).ConfigureAwait(false), _ => new RemoveMembersTeamResponse { ResponseName = "RemoveMembersTeam" });

    public static async Task<WireCall> UserPrivilegesAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        WireRequest.Get($"{await PlaceAsync("systemuser", "UserId", request, session, stop).ConfigureAwait(false)}()"),
        answer => new RetrieveUserPrivilegesResponse { ResponseName = "RetrieveUserPrivileges" }.With("RolePrivileges", Privileges(answer)));

    public static async Task<WireCall> UserPrivilegeAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var name = request.Required<string>("PrivilegeName").Replace("'", "''");
        return new(
            WireRequest.Get($"{await PlaceAsync("systemuser", "UserId", request, session, stop).ConfigureAwait(false)}(PrivilegeName=@p0)?@p0='{Uri.EscapeDataString(name)}'"),
            answer => new RetrieveUserPrivilegeByPrivilegeNameResponse { ResponseName = "RetrieveUserPrivilegeByPrivilegeName" }.With("RolePrivileges", Privileges(answer)));
    }

    public static async Task<WireCall> TeamPrivilegesAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        WireRequest.Get($"{await PlaceAsync("team", "TeamId", request, session, stop).ConfigureAwait(false)}()"),
        answer => new RetrieveTeamPrivilegesResponse { ResponseName = "RetrieveTeamPrivileges" }.With("RolePrivileges", Privileges(answer)));

    private static async Task<WireRequest> MembersAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var members = new EntityReferenceCollection();
        members.AddRange(request.Required<Guid[]>("MemberIds").Select(id => new EntityReference("systemuser", id)));
        IEnumerable<KeyValuePair<string, object?>> parameters = [new("Members", members)];
        return new WireRequest(HttpMethod.Post, await PlaceAsync("team", "TeamId", request, session, stop).ConfigureAwait(false))
        {
            Body = await new RowWriter(session.Tables, stop).ParametersAsync(parameters).ConfigureAwait(false),
        };
    }

    private static async Task<string> PlaceAsync(string table, string parameter, OrganizationRequest request, Session session, CancellationToken stop)
    {
        var row = new EntityReference(table, request.Optional<Guid>(parameter));
        return $"{await RowPath.OfAsync(row, session.Tables, stop).ConfigureAwait(false)}/Microsoft.Dynamics.CRM.{request.RequestName}";
    }

    private static RolePrivilege[] Privileges(WireAnswer answer) =>
        Privileges(answer.Json().GetProperty("RolePrivileges"));

    /// <summary>Privileges as the Web API lists them.</summary>
    public static RolePrivilege[] Privileges(JsonElement json) => [.. json.EnumerateArray().Select(Privilege)];

    private static RolePrivilege Privilege(JsonElement json) => new()
    {
        Depth = Enum.TryParse<PrivilegeDepth>(json.GetProperty("Depth").GetString(), out var depth) ? depth : PrivilegeDepth.Basic,
        PrivilegeId = json.GetProperty("PrivilegeId").GetGuid(),
        BusinessUnitId = json.TryGetProperty("BusinessUnitId", out var unit) ? unit.GetGuid() : Guid.Empty,
        PrivilegeName = json.TryGetProperty("PrivilegeName", out var name) ? name.GetString() : null,
    };
}
