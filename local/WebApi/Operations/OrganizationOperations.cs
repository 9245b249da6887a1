using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Security;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Crm.Sdk.Messages;

namespace CrmAddon.Local.WebApi.Operations;

/// <summary>Who asks, what is asked, and how much there is.</summary>
internal static class OrganizationOperations
{
    /// <summary>The version that this runtime answers with; the shape of the platform's.</summary>
    public const string Version = Messages.Definitions.RetrieveVersionMessage.Version;

    public static IEnumerable<PlatformOperation> All(ApiService api)
    {
        yield return new("WhoAmI", true, (_, _) => new WhoAmIRequest()) { Answer = PlatformOperation.Results("BusinessUnitId", "UserId", "OrganizationId") };
        yield return new("RetrieveVersion", true, (_, _) => new RetrieveVersionRequest()) { Answer = PlatformOperation.Results("Version") };
        yield return new("RetrieveCurrentOrganization", true, (_, _) => null)
        {
            Answer = (json, _, _, request) => WriteOrganization(json, api.Organization.Ids.Organization, request),
        };
        yield return new("RetrieveTotalRecordCount", true, (_, _) => null)
        {
            Answer = (json, _, arguments, request) => WriteCounts(json, api, arguments, request),
        };
        yield return new("InitializeFrom", true, (_, _) => throw ApiErrors.NotSupported("Mappings between tables are not read by the local Dataverse: InitializeFrom is not carried out."));
    }

    private static void WriteOrganization(Utf8JsonWriter json, Guid id, ApiRequest request)
    {
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
        WritePairs(json, ["WebApplication", "OrganizationDataService"], [root, request.Root], json.WriteStringValue);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, ApiService api, OperationArguments arguments, ApiRequest request)
    {
        List<string> tables = [.. arguments.List("EntityNames").Select(e => e.ToString())];
        List<long> counts = [.. tables.Select(table => Count(api.Organization, api.Schema.Table(table).Table, request))];
        json.WriteStartObject("EntityRecordCountCollection");
        WritePairs(json, tables, counts, json.WriteNumberValue);
        json.WriteEndObject();
    }

    /// <summary>A dictionary, as the platform writes one.</summary>
    private static void WritePairs<T>(Utf8JsonWriter json, List<string> keys, List<T> values, Action<T> write)
    {
        json.WriteNumber("Count", keys.Count);
        json.WriteBoolean("IsReadOnly", false);
        json.WriteStartArray("Keys");
        keys.ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("Values");
        values.ForEach(write);
        json.WriteEndArray();
    }

    /// <summary>All rows, as the platform's own record of them has it: neither the limit of aggregates nor the caller's reach counts.</summary>
    private static long Count(Organization organization, TableMetadata table, ApiRequest request)
    {
        using (organization.Database.Gate.Enter())
        {
            organization.Access.Admit(request.Caller);
            organization.Access.Demand(request.Caller, table, AccessRight.Read);
            return (long)organization.Database.Prepare($"SELECT COUNT(*) FROM \"{table.Name}\"").Value()!;
        }
    }
}
