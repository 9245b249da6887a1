using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>
/// What the environment's tables and relations look like: asked for when it is first needed, and again when a name turns up that
/// was not there, since a solution may have been imported meanwhile.
/// </summary>
internal sealed class TableCatalog(Session session)
{
    private readonly Once<string, IReadOnlyDictionary<string, TableName>> names = new();
    private readonly Once<string, TableDefinition> tables = new();
    private readonly Once<string, RelationDefinition> relations = new();

    /// <summary>What a table is called.</summary>
    /// <exception cref="System.ServiceModel.FaultException">There is no such table.</exception>
    public async ValueTask<TableName> NameAsync(string? table, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(table))
            throw WireFaults.Refuse(WireFaults.InvalidArgument, "The request names no table.");
        if ((await NamesAsync(stop).ConfigureAwait(false)).TryGetValue(table, out var known))
            return known;
        names.Forget(string.Empty);
        return (await NamesAsync(stop).ConfigureAwait(false)).GetValueOrDefault(table) ?? throw WireFaults.UnknownTable(table);
    }

    /// <summary>A table with its columns.</summary>
    /// <param name="table">Its logical name.</param>
    /// <param name="columns">Columns that somebody names; asked for again if one of them is not known yet.</param>
    /// <param name="stop">Stops waiting.</param>
    /// <exception cref="System.ServiceModel.FaultException">There is no such table or column.</exception>
    public async ValueTask<TableDefinition> TableAsync(string? table, IEnumerable<string> columns, CancellationToken stop)
    {
        var name = await NameAsync(table, stop).ConfigureAwait(false);
        var definition = await tables.GetAsync(name.LogicalName, LoadAsync, stop).ConfigureAwait(false);
        if (columns.FirstOrDefault(column => !definition.Columns.ContainsKey(column)) is not { } missing)
            return definition;
        tables.Forget(name.LogicalName);
        definition = await tables.GetAsync(name.LogicalName, LoadAsync, stop).ConfigureAwait(false);
        definition.Column(missing);
        return definition;
    }

    /// <summary>A relation by schema name.</summary>
    /// <exception cref="System.ServiceModel.FaultException">There is no such relation.</exception>
    public ValueTask<RelationDefinition> RelationAsync(Relationship? relation, CancellationToken stop) =>
        string.IsNullOrEmpty(relation?.SchemaName)
            ? throw WireFaults.Refuse(WireFaults.InvalidArgument, "The request names no relation.")
            : relations.GetAsync(relation.SchemaName, LoadRelationAsync, stop);

    private ValueTask<IReadOnlyDictionary<string, TableName>> NamesAsync(CancellationToken stop) =>
        names.GetAsync(string.Empty, async _ =>
        {
            var answer = await session.SendAsync(WireRequest.Get(TableReader.ListPath), CancellationToken.None).ConfigureAwait(false);
            return answer.Json().GetProperty("value").EnumerateArray().Select(TableReader.Name)
                .ToDictionary(name => name.LogicalName, StringComparer.Ordinal);
        }, stop);

    private async Task<TableDefinition> LoadAsync(string table)
    {
        var whole = session.SendAsync(WireRequest.Get(TableReader.Path(table)), CancellationToken.None);
        var dates = session.SendAsync(WireRequest.Get(TableReader.DatesPath(table)), CancellationToken.None);
        await Task.WhenAll(whole, dates).ConfigureAwait(false);
        return TableReader.Read((await whole.ConfigureAwait(false)).Json(), (await dates.ConfigureAwait(false)).Json());
    }

    private async Task<RelationDefinition> LoadRelationAsync(string name)
    {
        var answer = await session.AskAsync(
            WireRequest.Get($"RelationshipDefinitions(SchemaName='{Uri.EscapeDataString(name)}')"), CancellationToken.None).ConfigureAwait(false);
        return answer.Status == HttpStatusCode.NotFound
            ? throw WireFaults.Refuse(WireFaults.InvalidArgument, $"There is no relationship with the schema name '{name}'.")
            : RelationDefinition.Read(session.Checked(answer).Json());
    }

    /// <summary>Loads each value once, however many ask at the same time; a failure is not kept.</summary>
    private sealed class Once<TKey, TValue>
        where TKey : notnull
    {
        private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> values = new();

        public async ValueTask<TValue> GetAsync(TKey key, Func<TKey, Task<TValue>> load, CancellationToken stop)
        {
            var value = values.GetOrAdd(key, key => new Lazy<Task<TValue>>(() => load(key)));
            try
            {
                return await value.Value.WaitAsync(stop).ConfigureAwait(false);
            }
            catch when (value.Value.IsFaulted)
            {
                values.TryRemove(new KeyValuePair<TKey, Lazy<Task<TValue>>>(key, value));
                throw;
            }
        }

        public void Forget(TKey key) => values.TryRemove(key, out _);
    }
}
