using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Formatting;

/// <summary>
/// The primary names of the rows that lookups point to. Names once read are remembered until their row is written, so that a query
/// costs one statement for each table it points to, and mostly none.
/// </summary>
internal sealed class ReferenceNames
{
    // Statements have a power of two of parameters; what is missing repeats the last id.
    private const int MostAtOnce = 512;
    private const int MostRemembered = 50_000;

    private readonly Organization _organization;
    private readonly Dictionary<string, Dictionary<Guid, string?>> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<Guid>> _wanted = new(StringComparer.Ordinal);
    private int _count;

    public ReferenceNames(Organization organization)
    {
        _organization = organization;
        organization.Rows.Changed += Forget;
        organization.Transactions.RolledBack += Forget;
    }

    /// <summary>Sets the name of every lookup in these rows, aliased ones included, that has none yet.</summary>
    public void Fill(IReadOnlyList<Entity> rows)
    {
        var missing = false;
        foreach (var row in rows)
        {
            foreach (var (_, value) in row.Attributes)
            {
                if (Reference(value) is { Name: null } reference && !TryName(reference))
                {
                    missing = true;
                }
            }
        }

        if (!missing)
        {
            return;
        }

        foreach (var (table, ids) in _wanted)
        {
            Read(table, [.. ids]);
        }

        _wanted.Clear();
        foreach (var row in rows)
        {
            foreach (var (_, value) in row.Attributes)
            {
                if (Reference(value) is { Name: null } reference)
                {
                    reference.Name = _known.GetValueOrDefault(reference.LogicalName)?.GetValueOrDefault(reference.Id);
                }
            }
        }
    }

    private static EntityReference? Reference(object? value) =>
        value as EntityReference ?? (value as AliasedValue)?.Value as EntityReference;

    private bool TryName(EntityReference reference)
    {
        if (_known.TryGetValue(reference.LogicalName, out var names) && names.TryGetValue(reference.Id, out var name))
        {
            reference.Name = name;
            return true;
        }

        if (!_wanted.TryGetValue(reference.LogicalName, out var ids))
        {
            _wanted.Add(reference.LogicalName, ids = []);
        }

        ids.Add(reference.Id);
        return false;
    }

    private void Read(string tableName, Guid[] ids)
    {
        if (_organization.Metadata.Find(tableName) is not { PrimaryName: { } nameColumn } table)
        {
            return;
        }

        if (_count + ids.Length > MostRemembered)
        {
            Forget();
        }

        if (!_known.TryGetValue(tableName, out var names))
        {
            _known.Add(tableName, names = []);
        }

        for (var start = 0; start < ids.Length; start += MostAtOnce)
        {
            var count = Math.Min(MostAtOnce, ids.Length - start);
            var values = new object?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count)];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Cells.ToBytes(ids[start + Math.Min(i, count - 1)]);
            }

            _organization.Database.Prepare(Sql(table.Name, table.PrimaryId.Name, nameColumn.Name, values.Length)).Read(values, row =>
            {
                names[Cells.ToGuid(row.GetFieldValue<byte[]>(0))] = row.IsDBNull(1) ? null : row.GetString(1);
                _count++;
            });
        }
    }

    private static string Sql(string table, string id, string name, int count)
    {
        var sql = new StringBuilder($"SELECT \"{id}\", \"{name}\" FROM \"{table}\" WHERE \"{id}\" IN (@0");
        for (var i = 1; i < count; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $", @{i}");
        }

        return sql.Append(')').ToString();
    }

    private void Forget(string table, Guid id)
    {
        if (_known.TryGetValue(table, out var names))
        {
            names.Remove(id);
        }
    }

    private void Forget()
    {
        _known.Clear();
        _count = 0;
    }
}
