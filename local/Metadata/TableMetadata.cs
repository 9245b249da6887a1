using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Local.Metadata;

/// <summary>One table: its columns, keys, states and the relations that point to it.</summary>
internal sealed class TableMetadata
{
    private readonly Dictionary<string, ColumnMetadata> _byName = new(StringComparer.Ordinal);
    private readonly List<ColumnMetadata> _columns = [];
    private readonly List<KeyMetadata> _keys = [];
    private readonly List<RelationMetadata> _children = [];

    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required string EntitySetName { get; init; }

    public required bool IsUserOwned { get; init; }

    public SourcePlace Place { get; init; }

    public StateModel? States { get; set; }

    public IReadOnlyList<ColumnMetadata> Columns => _columns;

    public IReadOnlyList<KeyMetadata> Keys => _keys;

    /// <summary>Relations in which this table is the parent, with what its deletion does to the children.</summary>
    public IReadOnlyList<RelationMetadata> Children => _children;

    public ColumnMetadata PrimaryId { get; private set; } = null!;

    public ColumnMetadata? PrimaryName { get; private set; }

    /// <summary>Money columns that a person fills (not their amounts in base currency).</summary>
    public IReadOnlyList<ColumnMetadata> MoneyColumns { get; private set; } = [];

    public IReadOnlyList<ColumnMetadata> AutoNumbers { get; private set; } = [];

    /// <summary>Choice and yes/no columns with a default.</summary>
    public IReadOnlyList<ColumnMetadata> Defaults { get; private set; } = [];

    public bool Has(string column) => _byName.ContainsKey(column);

    public ColumnMetadata? Find(string column) => _byName.GetValueOrDefault(column);

    public ColumnMetadata this[string column] => _byName[column];

    public void Add(ColumnMetadata column)
    {
        _byName.Add(column.Name, column);
        _columns.Add(column);
        if (column.Type == ColumnType.Id)
        {
            PrimaryId = column;
        }

        if (column.IsPrimaryName)
        {
            PrimaryName = column;
        }
    }

    public void Add(KeyMetadata key) => _keys.Add(key);

    public void Add(RelationMetadata child) => _children.Add(child);

    /// <summary>Called once when every column is there.</summary>
    public void Complete()
    {
        if (States is not null)
        {
            this["statecode"].Choice = States.StateChoice;
            this["statuscode"].Choice = States.StatusChoice;
        }

        MoneyColumns = [.. _columns.Where(c => c.Type == ColumnType.Money && c.BaseOf is null)];
        Defaults = [.. _columns.Where(c => c.Default is not null && c.Type is ColumnType.YesNo or ColumnType.Choice)];
        AutoNumbers = [.. _columns.Where(c => c.AutoNumberFormat is not null)];
    }
}
