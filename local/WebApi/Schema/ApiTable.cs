using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Schema;

/// <summary>A table as the Web API shows it: its columns by their names in JSON, and its navigation properties. Every name is case-sensitive.</summary>
internal sealed class ApiTable(TableMetadata table)
{
    private readonly Dictionary<string, ApiProperty> _properties = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LookupNavigation> _lookups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CollectionNavigation> _collections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiProperty> _byColumn = new(StringComparer.Ordinal);

    public TableMetadata Table { get; } = table;

    public string Name => Table.Name;

    public string SetName => Table.EntitySetName;

    /// <summary>Whether rows can own other rows.</summary>
    public bool IsPrincipal => Name is "systemuser" or "team" && !Table.Has("ownerid");

    public IReadOnlyDictionary<string, ApiProperty> Properties => _properties;

    public IReadOnlyDictionary<string, LookupNavigation> Lookups => _lookups;

    public IReadOnlyDictionary<string, CollectionNavigation> Collections => _collections;

    /// <summary>The property of a column; null where the Web API does not show the column.</summary>
    public ApiProperty? Of(ColumnMetadata column) => _byColumn.GetValueOrDefault(column.Name);

    public ApiProperty? Of(string column) => _byColumn.GetValueOrDefault(column);

    public void Add(ApiProperty property)
    {
        _properties.Add(property.Name, property);
        _byColumn.Add(property.Column.Name, property);
    }

    public void Add(LookupNavigation navigation) => _lookups.TryAdd(navigation.Name, navigation);

    public void Add(CollectionNavigation navigation) => _collections.TryAdd(navigation.Name, navigation);
}

/// <summary>A column by its name in JSON: a lookup is read as <c>_name_value</c>.</summary>
internal sealed record ApiProperty(string Name, ColumnMetadata Column)
{
    public bool IsLookup => Column.Type == ColumnType.Lookup;
}

/// <summary>A single-valued navigation property; a lookup to several tables has one for each of them.</summary>
/// <param name="Name">Its name, case-sensitive.</param>
/// <param name="Column">The lookup.</param>
/// <param name="Target">The table that it points to; null where one property serves several (owner).</param>
internal sealed record LookupNavigation(string Name, ColumnMetadata Column, string? Target);

/// <summary>A collection-valued navigation property: the children of a row, or the rows that a many-to-many relation joins to it.</summary>
/// <param name="Name">Its name, case-sensitive.</param>
/// <param name="Relation">Schema name of the relation.</param>
/// <param name="Target">The table of the rows.</param>
/// <param name="ChildColumn">The lookup of those rows that points here; null in a many-to-many relation.</param>
internal sealed record CollectionNavigation(string Name, string Relation, string Target, string? ChildColumn)
{
    /// <summary>This row's side in a relation of a table with itself; null in others.</summary>
    public EntityRole? Role { get; init; }

    /// <summary>The relation as messages name it.</summary>
    public Relationship Relationship => new(Relation) { PrimaryEntityRole = Role };

    /// <summary>Of a many-to-many relation: its table, the column that holds this row's id and the one that holds the other's.</summary>
    public (string Table, string Here, string There)? Intersect { get; init; }
}
