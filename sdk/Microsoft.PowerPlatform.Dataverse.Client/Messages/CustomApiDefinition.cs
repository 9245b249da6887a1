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
/// A custom API as the table <c>customapi</c> declares it, or, for messages that are not in there and callers who may not read it, as
/// the environment's description does. What neither knows is an unbound action whose results are what their JSON looks like.
/// </summary>
internal sealed record CustomApiDefinition(bool IsFunction, CustomApiBinding Binding, string? BoundTable, IReadOnlyDictionary<string, int> Results)
{
    /// <summary>An action that is bound to nothing, and what is taken for one because nobody knows it.</summary>
    public static readonly CustomApiDefinition Action = new(false, CustomApiBinding.None, null, new Dictionary<string, int>());

    /// <summary>A function that is bound to nothing.</summary>
    public static readonly CustomApiDefinition Function = Action with { IsFunction = true };

    // Kept with the connection and gone with it.
    private static readonly ConditionalWeakTable<WebApiConnection, Known> Kept = [];

    public static async ValueTask<CustomApiDefinition> FindAsync(string name, Session session, CancellationToken stop)
    {
        var known = Kept.GetOrCreateValue(session.Connection);
        if (known.ByName.TryGetValue(name, out var kept))
            return kept;
        var own = session.Connection.Own;
        var answer = await own.AskAsync(
            WireRequest.Get(
                $"customapis?$select=isfunction,bindingtype,boundentitylogicalname&$filter=uniquename eq '{name}'" +
                "&$expand=CustomAPIResponseProperties($select=uniquename,type)"), stop).ConfigureAwait(false);
        if (answer.Status == HttpStatusCode.OK && answer.Json().GetProperty("value").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } row)
            return known.ByName.GetOrAdd(name, Read(row));
        if ((await known.DescribedAsync(own).WaitAsync(stop).ConfigureAwait(false))?.GetValueOrDefault(name) is not { } described)
            return Action;
        // What is kept is kept for good: not what a passing failure left.
        return answer.Status is HttpStatusCode.OK or HttpStatusCode.Forbidden or HttpStatusCode.NotFound ? known.ByName.GetOrAdd(name, described) : described;
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

    private sealed class Known
    {
        private Task<IReadOnlyDictionary<string, CustomApiDefinition>?>? described;

        public ConcurrentDictionary<string, CustomApiDefinition> ByName { get; } = new(StringComparer.Ordinal);

        /// <summary>What the environment describes; null when it doesn't, which is not kept.</summary>
        public Task<IReadOnlyDictionary<string, CustomApiDefinition>?> DescribedAsync(Session session)
        {
            lock (ByName)
            {
                var isOver = described is { IsCompleted: true } && (!described.IsCompletedSuccessfully || described.Result is null);
                return described is not null && !isOver ? described : described = DescribedOperations.LoadAsync(session);
            }
        }
    }
}
