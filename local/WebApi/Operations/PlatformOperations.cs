using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>
/// The platform's own functions and actions that the local Dataverse carries out.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/functions">Functions</see>,
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/actions">actions</see>
/// </summary>
internal sealed class PlatformOperations
{
    /// <summary>The version that this runtime answers with; the shape of the platform's.</summary>
    public const string Version = "9.2.0.0";

    private static readonly string[] Principals = ["systemuser", "team"];

    private readonly ApiService _api;
    private readonly List<PlatformOperation> _all;

    public PlatformOperations(ApiService api)
    {
        _api = api;
        _all = [.. Organization(), .. Opportunities(), .. Sharing(), .. People()];
    }

    public IReadOnlyList<PlatformOperation> All => _all;

    public PlatformOperation? Find(string name, string? boundTable) => _all.Find(o =>
        o.Name == name && (boundTable is null ? o.BoundTo.Length == 0 : o.BoundTo.Contains(boundTable)));

    private IEnumerable<PlatformOperation> Organization()
    {
        yield return new("WhoAmI", true, (_, _) => new WhoAmIRequest()) { Answer = Members("BusinessUnitId", "UserId", "OrganizationId") };
        yield return new("RetrieveVersion", true, (_, _) => null) { Answer = (json, _, _, _) => json.WriteString("Version", Version) };
        yield return new("RetrieveCurrentOrganization", true, (_, _) => null) { Answer = WriteOrganization };
        yield return new("RetrieveTotalRecordCount", true, (_, _) => null) { Answer = WriteCounts };
        yield return new("InitializeFrom", true, (_, _) => throw ApiErrors.NotSupported("Mappings between tables are not read by the local Dataverse: InitializeFrom is not carried out."));
    }

    private static IEnumerable<PlatformOperation> Opportunities()
    {
        yield return new("WinOpportunity", false, (a, _) => new WinOpportunityRequest
        {
            OpportunityClose = a.Row("OpportunityClose", "opportunityclose"),
            Status = new OptionSetValue(a.Has("Status") ? a.Number("Status") : -1),
        });
        yield return new("LoseOpportunity", false, (a, _) => new LoseOpportunityRequest
        {
            OpportunityClose = a.Row("OpportunityClose", "opportunityclose"),
            Status = new OptionSetValue(a.Has("Status") ? a.Number("Status") : -1),
        });
    }

    private static IEnumerable<PlatformOperation> Sharing()
    {
        yield return new("GrantAccess", false, (a, _) => new GrantAccessRequest { Target = a.Reference("Target"), PrincipalAccess = Access(a) });
        yield return new("ModifyAccess", false, (a, _) => new ModifyAccessRequest { Target = a.Reference("Target"), PrincipalAccess = Access(a) });
        yield return new("RevokeAccess", false, (a, _) => new RevokeAccessRequest { Target = a.Reference("Target"), Revokee = a.Reference("Revokee") });
        yield return new("RetrievePrincipalAccess", true, (a, row) => new RetrievePrincipalAccessRequest { Target = a.Reference("Target"), Principal = row! })
        {
            BoundTo = Principals,
            Answer = Members("AccessRights"),
        };
        yield return new("RetrieveSharedPrincipalsAndAccess", true, (a, _) => new RetrieveSharedPrincipalsAndAccessRequest { Target = a.Reference("Target") })
        {
            Answer = WriteShares,
        };
    }

    private static IEnumerable<PlatformOperation> People()
    {
        yield return new("RetrieveUserPrivileges", true, (_, row) => new RetrieveUserPrivilegesRequest { UserId = row!.Id }) { BoundTo = ["systemuser"], Answer = WritePrivileges };
        yield return new("RetrieveTeamPrivileges", true, (_, row) => new RetrieveTeamPrivilegesRequest { TeamId = row!.Id }) { BoundTo = ["team"], Answer = WritePrivileges };
        yield return new("AddMembersTeam", false, (a, row) => new AddMembersTeamRequest { TeamId = row!.Id, MemberIds = Members(a) }) { BoundTo = ["team"] };
        yield return new("RemoveMembersTeam", false, (a, row) => new RemoveMembersTeamRequest { TeamId = row!.Id, MemberIds = Members(a) }) { BoundTo = ["team"] };
    }

    private static Guid[] Members(OperationArguments arguments) =>
        [.. arguments.List("Members").Select(m => m.TryGetProperty("systemuserid", out var id) && id.TryGetGuid(out var user) ? user : throw ApiErrors.Argument("A member has no systemuserid."))];

    /// <summary><c>{"AccessMask": "ReadAccess, WriteAccess", "Principal": {...}}</c></summary>
    private static PrincipalAccess Access(OperationArguments arguments)
    {
        var json = arguments.Json("PrincipalAccess");
        var mask = json.ValueKind == JsonValueKind.Object && json.TryGetProperty("AccessMask", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        return Enum.TryParse<AccessRights>(mask, ignoreCase: false, out var rights)
            ? new PrincipalAccess { AccessMask = rights, Principal = arguments.ReferenceIn("PrincipalAccess", "Principal") }
            : throw ApiErrors.Argument($"AccessMask '{mask}' of PrincipalAccess is no list of access rights such as \"ReadAccess, WriteAccess\".");
    }

    private static Action<Utf8JsonWriter, OrganizationResponse?, OperationArguments, ApiRequest> Members(params string[] names) => (json, answer, _, _) =>
    {
        foreach (var name in names)
        {
            switch (answer![name])
            {
                case Guid id:
                    json.WriteString(name, id);
                    break;
                case var other:
                    json.WriteString(name, other?.ToString());
                    break;
            }
        }
    };

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

    private void WriteOrganization(Utf8JsonWriter json, OrganizationResponse? answer, OperationArguments arguments, ApiRequest request)
    {
        var id = _api.Organization.Ids.Organization;
        var root = new Uri(request.Root).GetLeftPart(UriPartial.Authority) + "/";
        json.WriteStartObject("Detail");
        json.WriteString("OrganizationId", id);
        json.WriteString("FriendlyName", "local");
        json.WriteString("OrganizationVersion", Version);
        json.WriteString("EnvironmentId", id.ToString("D"));
        json.WriteString("DatacenterId", Guid.Empty);
        json.WriteString("Geo", "local");
        json.WriteString("TenantId", Guid.Empty.ToString("D"));
        json.WriteString("UrlName", "local");
        json.WriteString("UniqueName", "local");
        json.WriteString("State", "Enabled");
        json.WriteStartObject("Endpoints");
        json.WriteNumber("Count", 2);
        json.WriteBoolean("IsReadOnly", false);
        json.WriteStartArray("Keys");
        json.WriteStringValue("WebApplication");
        json.WriteStringValue("OrganizationDataService");
        json.WriteEndArray();
        json.WriteStartArray("Values");
        json.WriteStringValue(root);
        json.WriteStringValue(request.Root);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteCounts(Utf8JsonWriter json, OrganizationResponse? answer, OperationArguments arguments, ApiRequest request)
    {
        List<string> tables = [.. arguments.List("EntityNames").Select(e => e.ToString())];
        json.WriteStartObject("EntityRecordCountCollection");
        json.WriteNumber("Count", tables.Count);
        json.WriteBoolean("IsReadOnly", false);
        json.WriteStartArray("Keys");
        tables.ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("Values");
        foreach (var table in tables)
        {
            json.WriteNumberValue(Count(_api.Schema.Table(table).Name, request));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private int Count(string table, ApiRequest request)
    {
        var id = _api.Schema.Table(table).Table.PrimaryId.Name;
        var fetch = $"<fetch aggregate='true'><entity name='{table}'><attribute name='{id}' aggregate='count' alias='n'/></entity></fetch>";
        var found = (EntityCollection)_api.Execute(new Microsoft.Xrm.Sdk.Messages.RetrieveMultipleRequest { Query = new FetchExpression(fetch) }, request)["EntityCollection"]!;
        return (int)found[0].GetAttributeValue<AliasedValue>("n")!.Value!;
    }
}
