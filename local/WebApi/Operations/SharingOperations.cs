using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Rows that are shared, and the members of teams.</summary>
internal static class SharingOperations
{
    public static IEnumerable<PlatformOperation> All()
    {
        yield return new("GrantAccess", false, (a, _) => new GrantAccessRequest { Target = a.Reference("Target"), PrincipalAccess = Access(a) });
        yield return new("ModifyAccess", false, (a, _) => new ModifyAccessRequest { Target = a.Reference("Target"), PrincipalAccess = Access(a) });
        yield return new("RevokeAccess", false, (a, _) => new RevokeAccessRequest { Target = a.Reference("Target"), Revokee = a.Reference("Revokee") });
        yield return new("RetrievePrincipalAccess", true, (a, row) => new RetrievePrincipalAccessRequest { Target = a.Reference("Target"), Principal = row! })
        {
            BoundTo = ["systemuser", "team"],
            Answer = PlatformOperation.Results("AccessRights"),
        };
        yield return new("RetrieveSharedPrincipalsAndAccess", true, (a, _) => new RetrieveSharedPrincipalsAndAccessRequest { Target = a.Reference("Target") })
        {
            Answer = WriteShares,
        };
        yield return new("AddMembersTeam", false, (a, row) => new AddMembersTeamRequest { TeamId = row!.Id, MemberIds = Members(a) }) { BoundTo = ["team"] };
        yield return new("RemoveMembersTeam", false, (a, row) => new RemoveMembersTeamRequest { TeamId = row!.Id, MemberIds = Members(a) }) { BoundTo = ["team"] };
    }

    private static Guid[] Members(OperationArguments arguments) =>
        [.. arguments.List("Members").Select(m => m.ValueKind == JsonValueKind.Object && m.TryGetProperty("systemuserid", out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var user)
            ? user
            : throw ApiErrors.Argument("A member of the team has no systemuserid."))];

    /// <summary><c>{"AccessMask": "ReadAccess, WriteAccess", "Principal": {...}}</c></summary>
    private static PrincipalAccess Access(OperationArguments arguments)
    {
        var json = arguments.Json("PrincipalAccess");
        var mask = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("AccessMask", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        return Enum.TryParse<AccessRights>(mask, ignoreCase: false, out var rights)
            ? new PrincipalAccess { AccessMask = rights, Principal = arguments.ReferenceIn("PrincipalAccess", "Principal") }
            : throw ApiErrors.Argument($"AccessMask '{mask}' of PrincipalAccess is no list of access rights such as \"ReadAccess, WriteAccess\".");
    }

    private static void WriteShares(Utf8JsonWriter json, OrganizationResponse? answer, OperationArguments arguments, ApiRequest request)
    {
        json.WriteStartArray("PrincipalAccesses");
        foreach (var share in (PrincipalAccess[])answer!["PrincipalAccesses"]!)
        {
            json.WriteStartObject();
            json.WriteString("AccessMask", share.AccessMask.ToString());
            json.WriteStartObject("Principal");
            json.WriteString("@odata.type", "#Microsoft.Dynamics.CRM." + share.Principal.LogicalName);
            json.WriteString("ownerid", share.Principal.Id);
            json.WriteString(share.Principal.LogicalName + "id", share.Principal.Id);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
