using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using RolePrivilege = Microsoft.Crm.Sdk.Messages.RolePrivilege;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>What roles, users and teams may do.</summary>
internal static class RoleOperations
{
    public static IEnumerable<PlatformOperation> All()
    {
        yield return new("RetrieveUserPrivileges", true, (_, row) => new RetrieveUserPrivilegesRequest { UserId = row!.Id }) { BoundTo = ["systemuser"], Answer = WritePrivileges };
        yield return new("RetrieveUserPrivilegeByPrivilegeName", true, (a, row) => new RetrieveUserPrivilegeByPrivilegeNameRequest { UserId = row!.Id, PrivilegeName = a.Text("PrivilegeName") })
        {
            BoundTo = ["systemuser"],
            Answer = WritePrivileges,
        };
        yield return new("RetrieveTeamPrivileges", true, (_, row) => new RetrieveTeamPrivilegesRequest { TeamId = row!.Id }) { BoundTo = ["team"], Answer = WritePrivileges };
        yield return new("RetrieveRolePrivilegesRole", true, (a, _) => new RetrieveRolePrivilegesRoleRequest { RoleId = (Guid)(a.Value("RoleId", CustomApiType.Guid) ?? Guid.Empty) }) { Answer = WritePrivileges };
        yield return new("AddPrivilegesRole", false, (a, row) => new AddPrivilegesRoleRequest { RoleId = row!.Id, Privileges = Privileges(a) }) { BoundTo = ["role"] };
        yield return new("ReplacePrivilegesRole", false, (a, row) => new ReplacePrivilegesRoleRequest { RoleId = row!.Id, Privileges = Privileges(a) }) { BoundTo = ["role"] };
        yield return new("RemovePrivilegeRole", false, (a, row) => new RemovePrivilegeRoleRequest { RoleId = row!.Id, PrivilegeId = (Guid)(a.Value("PrivilegeId", CustomApiType.Guid) ?? Guid.Empty) }) { BoundTo = ["role"] };
        yield return new("SetBusinessSystemUser", false, (a, row) => new SetBusinessSystemUserRequest
        {
            UserId = row!.Id,
            BusinessId = a.Reference("BusinessUnit").Id,
            ReassignPrincipal = a.Reference("ReassignPrincipal"),
        })
        {
            BoundTo = ["systemuser"],
        };
    }

    /// <summary><c>[{"PrivilegeId": "...", "Depth": "Local", "BusinessUnitId": "..."}]</c></summary>
    private static RolePrivilege[] Privileges(OperationArguments arguments) => [.. arguments.List("Privileges").Select(Privilege)];

    private static RolePrivilege Privilege(JsonElement json)
    {
        var depth = Text(json, "Depth");
        return Guid.TryParse(Text(json, "PrivilegeId"), out var id) && Enum.TryParse<PrivilegeDepth>(depth, out var known)
            ? new RolePrivilege(known, id, Guid.TryParse(Text(json, "BusinessUnitId"), out var unit) ? unit : Guid.Empty)
            : throw ApiErrors.Argument("A privilege of the role needs its PrivilegeId and a Depth: Basic, Local, Deep or Global.");
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static void WritePrivileges(Utf8JsonWriter json, OrganizationResponse? answer, OperationArguments arguments, ApiRequest request)
    {
        json.WriteStartArray("RolePrivileges");
        foreach (var privilege in (RolePrivilege[])answer!["RolePrivileges"]!)
        {
            json.WriteStartObject();
            json.WriteString("Depth", privilege.Depth.ToString());
            json.WriteString("PrivilegeId", privilege.PrivilegeId);
            json.WriteString("BusinessUnitId", privilege.BusinessUnitId);
            json.WriteString("PrivilegeName", privilege.PrivilegeName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
