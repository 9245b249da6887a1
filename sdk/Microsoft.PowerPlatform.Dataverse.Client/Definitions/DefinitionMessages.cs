using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.PowerPlatform.Dataverse.Client.Definitions;

/// <summary>Definitions of tables, columns and choices ("Query table definitions using the Web API").</summary>
internal static class DefinitionMessages
{
    /// <summary>Kinds of columns whose options have to be asked for by their kind.</summary>
    private static readonly string[] WithOptions =
        ["PicklistAttributeMetadata", "StateAttributeMetadata", "StatusAttributeMetadata", "MultiSelectPicklistAttributeMetadata", "BooleanAttributeMetadata"];

    public static async Task<OrganizationResponse> RetrieveEntityAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var place = Place(request.Optional<string>("LogicalName"), request.Optional<Guid>("MetadataId"), "EntityDefinitions");
        var table = await TableAsync(place, request.Optional<EntityFilters>("EntityFilters"), session, stop).ConfigureAwait(false);
        return new RetrieveEntityResponse { ResponseName = "RetrieveEntity" }.With("EntityMetadata", table);
    }

    public static async Task<OrganizationResponse> RetrieveAllEntitiesAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var filters = request.Optional<EntityFilters>("EntityFilters");
        var list = await GetAsync("EntityDefinitions", session, stop).ConfigureAwait(false);
        var tables = list.GetProperty("value").EnumerateArray().Select(DefinitionReader.Read<EntityMetadata>).ToArray();
        for (var i = 0; i < tables.Length && (filters & ~EntityFilters.Entity) != 0; i++)
            tables[i] = await TableAsync($"EntityDefinitions(LogicalName='{tables[i].LogicalName}')", filters, session, stop).ConfigureAwait(false);
        return new RetrieveAllEntitiesResponse { ResponseName = "RetrieveAllEntities" }.With("EntityMetadata", tables);
    }

    public static async Task<OrganizationResponse> RetrieveAttributeAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var table = Place(request.Optional<string>("EntityLogicalName"), Guid.Empty, "EntityDefinitions");
        var place = Place(request.Optional<string>("LogicalName"), request.Optional<Guid>("MetadataId"), $"{table}/Attributes");
        var column = DefinitionReader.Read<AttributeMetadata>(await GetAsync(place, session, stop).ConfigureAwait(false));
        if (WithOptions.Contains(column.GetType().Name))
        {
            var options = await GetAsync($"{place}/{Cast(column.GetType().Name)}", session, stop).ConfigureAwait(false);
            FillOptions(column, options);
        }

        return new RetrieveAttributeResponse { ResponseName = "RetrieveAttribute" }.With("AttributeMetadata", column);
    }

    public static async Task<OrganizationResponse> RetrieveOptionSetAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var id = request.Optional<Guid>("MetadataId");
        var place = id != Guid.Empty ? $"GlobalOptionSetDefinitions({id})" : $"GlobalOptionSetDefinitions(Name='{Name(request.Optional<string>("Name"))}')";
        var json = await GetAsync(place, session, stop).ConfigureAwait(false);
        return new RetrieveOptionSetResponse { ResponseName = "RetrieveOptionSet" }
            .With("OptionSetMetadata", DefinitionReader.Read<OptionSetMetadata>(json));
    }

    private static async Task<EntityMetadata> TableAsync(string place, EntityFilters filters, Session session, CancellationToken stop)
    {
        List<string> expand = [];
        if (filters.HasFlag(EntityFilters.Attributes))
            expand.Add("Attributes");
        if (filters.HasFlag(EntityFilters.Relationships))
            expand.AddRange(["OneToManyRelationships", "ManyToOneRelationships", "ManyToManyRelationships"]);
        var query = expand.Count > 0 ? "?$expand=" + string.Join(",", expand) : string.Empty;
        var table = DefinitionReader.Read<EntityMetadata>(await GetAsync(place + query, session, stop).ConfigureAwait(false));
        if (filters.HasFlag(EntityFilters.Attributes) && table.Attributes is { } columns)
            await AddOptionsAsync(place, columns, session, stop).ConfigureAwait(false);
        return table;
    }

    // Options are no part of a column in the list of columns; each kind that has some is asked for once.
    private static async Task AddOptionsAsync(string place, AttributeMetadata[] columns, Session session, CancellationToken stop)
    {
        var byName = columns.ToDictionary(column => column.LogicalName, StringComparer.Ordinal);
        var kinds = WithOptions.Where(kind => columns.Any(column => column.GetType().Name == kind));
        var answers = await Task.WhenAll(kinds.Select(kind => GetAsync($"{place}/Attributes/{Cast(kind)}", session, stop))).ConfigureAwait(false);
        foreach (var options in answers.SelectMany(answer => answer.GetProperty("value").EnumerateArray()))
        {
            if (options.GetProperty("LogicalName").GetString() is { } name && byName.TryGetValue(name, out var column))
                FillOptions(column, options);
        }
    }

    // The column's own options, or those that it shares with others.
    private static void FillOptions(AttributeMetadata column, JsonElement json)
    {
        if ((json.TryGetProperty("OptionSet", out var options) && options.ValueKind == JsonValueKind.Object)
            || (json.TryGetProperty("GlobalOptionSet", out options) && options.ValueKind == JsonValueKind.Object))
            DefinitionReader.Fill(column, JsonSerializer.SerializeToElement(new { OptionSet = options }));
    }

    private static string Cast(string kind) => $"Microsoft.Dynamics.CRM.{kind}?$select=LogicalName&$expand=OptionSet,GlobalOptionSet";

    private static string Place(string? name, Guid id, string set) => id != Guid.Empty && string.IsNullOrEmpty(name)
        ? $"{set}({id})"
        : $"{set}(LogicalName='{Name(name)}')";

    private static string Name(string? name) => string.IsNullOrEmpty(name)
        ? throw WireFaults.Refuse(WireFaults.InvalidArgument, "The request names nothing: LogicalName, Name or MetadataId is needed.")
        : Uri.EscapeDataString(name);

    private static async Task<JsonElement> GetAsync(string path, Session session, CancellationToken stop) =>
        (await session.SendAsync(WireRequest.Get(path), stop).ConfigureAwait(false)).Json();
}
