using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>The columns that a request asks for (<c>$select</c>); without it, all.</summary>
internal sealed class Selection
{
    private Selection(ApiTable table, IReadOnlyList<ApiProperty> properties, bool all)
    {
        Table = table;
        Properties = properties;
        All = all;
    }

    public ApiTable Table { get; }

    /// <summary>What is written of a row; the id is always part of it.</summary>
    public IReadOnlyList<ApiProperty> Properties { get; }

    public bool All { get; }

    public ColumnSet Columns => All ? new ColumnSet(true) : new ColumnSet([.. Properties.Select(p => p.Column.Name)]);

    public static Selection Read(ApiTable table, string? select)
    {
        if (string.IsNullOrWhiteSpace(select) || select.Trim() == "*")
        {
            return new Selection(table, [.. table.Properties.Values], all: true);
        }

        var chosen = new List<ApiProperty>();
        foreach (var name in select.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var property = table.Properties.TryGetValue(name, out var known)
                ? known
                : table.Lookups.TryGetValue(name, out var lookup) ? table.Of(lookup.Column) : null;
            if (property is null)
            {
                throw ApiErrors.UnknownProperty(name, table.Name);
            }

            if (!chosen.Contains(property))
            {
                chosen.Add(property);
            }
        }

        // An amount comes with its currency.
        if (chosen.Exists(p => p.Column.Type == ColumnType.Money) && table.Of("transactioncurrencyid") is { } currency && !chosen.Contains(currency))
        {
            chosen.Add(currency);
        }

        if (table.Of(table.Table.PrimaryId) is { } id && !chosen.Contains(id))
        {
            chosen.Add(id);
        }

        return new Selection(table, chosen, all: false);
    }
}
