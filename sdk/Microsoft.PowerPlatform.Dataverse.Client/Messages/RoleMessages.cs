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

/// <summary>What roles hold, and where users belong: actions that are bound to the role or user.</summary>
internal static class RoleMessages
{
    public static async Task<WireCall> AddAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await PrivilegesAsync(request, session, stop).ConfigureAwait(false), _ => new AddPrivilegesRoleResponse { ResponseName = "AddPrivilegesRole" });

    public static async Task<WireCall> ReplaceAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await PrivilegesAsync(request, session, stop).ConfigureAwait(false), _ => new ReplacePrivilegesRoleResponse { ResponseName = "ReplacePrivilegesRole" });

    public static async Task<WireCall> RemoveAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ActionAsync(
            new EntityReference("role", request.Optional<Guid>("RoleId")), [new("PrivilegeId", request.Optional<Guid>("PrivilegeId"))], request, session, stop)
            .ConfigureAwait(false),
        _ => new RemovePrivilegeRoleResponse { ResponseName = "RemovePrivilegeRole" });

    public static async Task<WireCall> MoveAsync(OrganizationRequest request, Session session, CancellationToken stop) => new(
        await ActionAsync(
            new EntityReference("systemuser", request.Optional<Guid>("UserId")),
            [
                new("BusinessUnit", new EntityReference("businessunit", request.Optional<Guid>("BusinessId"))),
                new("ReassignPrincipal", request.Required<EntityReference>("ReassignPrincipal")),
            ],
            request, session, stop).ConfigureAwait(false),
        _ => new SetBusinessSystemUserResponse { ResponseName = "SetBusinessSystemUser" });

    private static Task<WireRequest> PrivilegesAsync(OrganizationRequest request, Session session, CancellationToken stop) => ActionAsync(
        new EntityReference("role", request.Optional<Guid>("RoleId")),
        [new("Privileges", request.Required<RolePrivilege[]>("Privileges"))], request, session, stop);

    private static async Task<WireRequest> ActionAsync(
        EntityReference row, IEnumerable<KeyValuePair<string, object?>> parameters, OrganizationRequest request, Session session, CancellationToken stop)
    {
        var path = await RowPath.OfAsync(row, session.Tables, stop).ConfigureAwait(false);
        return new WireRequest(HttpMethod.Post, $"{path}/Microsoft.Dynamics.CRM.{request.RequestName}")
        {
            Body = await new RowWriter(session.Tables, stop).ParametersAsync(parameters).ConfigureAwait(false),
        };
    }
}
