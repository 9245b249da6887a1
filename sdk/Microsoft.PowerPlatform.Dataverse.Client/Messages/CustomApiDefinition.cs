using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>What a custom API is called with, as far as its address depends on it ("CustomAPI table columns").</summary>
internal enum CustomApiBinding
{
    None = 0,
    Row = 1,
    Table = 2,
}

/// <summary>
/// A custom API as the table <c>customapi</c> declares it. The platform's own messages are not in there, and neither is anything for
/// a caller who may not read it: then the message is an unbound action, and its results are what their JSON looks like.
/// </summary>
internal sealed record CustomApiDefinition(bool IsFunction, CustomApiBinding Binding, string? BoundTable, IReadOnlyDictionary<string, int> Results)
{
    private static readonly CustomApiDefinition Unknown = new(false, CustomApiBinding.None, null, new Dictionary<string, int>());

    // Kept with the connection and gone with it.
    private static readonly ConditionalWeakTable<WebApiConnection, ConcurrentDictionary<string, CustomApiDefinition>> Kept = [];

    public static async ValueTask<CustomApiDefinition> FindAsync(string name, Session session, CancellationToken stop)
    {
        var kept = Kept.GetOrCreateValue(session.Connection);
        if (kept.TryGetValue(name, out var known))
            return known;
        var answer = await session.AskAsync(
            WireRequest.Get(
                $"customapis?$select=isfunction,bindingtype,boundentitylogicalname&$filter=uniquename eq '{name}'" +
                "&$expand=CustomAPIResponseProperties($select=uniquename,type)"), stop).ConfigureAwait(false);
        // Anything but an answer with a row leaves it unknown; what is wrong with the caller shows in the call itself.
        var found = answer.Status == HttpStatusCode.OK && answer.Json().GetProperty("value").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } row
            ? Read(row)
            : Unknown;
        return kept.GetOrAdd(name, found);
    }

    /// <summary>A result as the SDK has it; the numbers of types are those of the column <c>type</c> of response properties.</summary>
    public object? Read(string name, JsonElement json) => json.ValueKind == JsonValueKind.Null ? null : Results.GetValueOrDefault(name, -1) switch
    {
        1 => WireDates.Read(json.GetString()!),
        2 => json.GetDecimal(),
        6 => json.GetDouble(),
        8 => new Money(json.GetDecimal()),
        9 => new OptionSetValue(json.GetInt32()),
        12 => json.GetGuid(),
        _ => json.ValueKind == JsonValueKind.Object ? Reference(json) : WireValues.Plain(json),
    };

    // {"@odata.type": "#Microsoft.Dynamics.CRM.account", "accountid": "..."}
    private static EntityReference? Reference(JsonElement json)
    {
        const string Prefix = "Microsoft.Dynamics.CRM.";
        if (!json.TryGetProperty("@odata.type", out var type) || type.GetString()?.TrimStart('#') is not { } name || !name.StartsWith(Prefix, StringComparison.Ordinal))
            return null;
        var table = name[Prefix.Length..];
        return json.EnumerateObject().FirstOrDefault(property => property.Name == table + "id" || property.Name == "activityid") is { Value.ValueKind: JsonValueKind.String } id
            ? new EntityReference(table, id.Value.GetGuid())
            : null;
    }

    private static CustomApiDefinition Read(JsonElement row) => new(
        row.TryGetProperty("isfunction", out var function) && function.ValueKind == JsonValueKind.True,
        row.TryGetProperty("bindingtype", out var binding) && binding.ValueKind == JsonValueKind.Number ? (CustomApiBinding)binding.GetInt32() : CustomApiBinding.None,
        row.TryGetProperty("boundentitylogicalname", out var table) ? table.GetString() : null,
        row.TryGetProperty("CustomAPIResponseProperties", out var results) && results.ValueKind == JsonValueKind.Array
            ? results.EnumerateArray().ToDictionary(
                result => result.GetProperty("uniquename").GetString()!, result => result.GetProperty("type").GetInt32(), StringComparer.Ordinal)
            : new Dictionary<string, int>());
}
