using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System;

namespace CrmAddon.Local.Metadata;

/// <summary>One table: its columns, keys, states and the relations that point to it.</summary>
internal sealed class TableMetadata
{
    private readonly Dictionary<string, ColumnMetadata> _byName = new(StringComparer.Ordinal);
    private readonly List<ColumnMetadata> _columns = [];
    private readonly List<KeyMetadata> _keys = [];
    private readonly List<RelationMetadata> _children = [];
    private readonly List<RelationMetadata> _parents = [];
    private readonly List<ManyToManyMetadata> _manyToMany = [];
    private readonly List<ColumnMetadata> _unstored = [];

    public required string Name { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>The label in every language; null where none was declared.</summary>
    public LocalText? Labels { get; set; }

    public LocalText? CollectionLabels { get; set; }

    public LocalText? Description { get; init; }

    public required string EntitySetName { get; init; }

    /// <summary>The name with its capitals.</summary>
    [AllowNull]
    public string SchemaName { get => field ?? Name; init; }

    [AllowNull]
    public string CollectionSchemaName { get => field ?? EntitySetName; init; }

    /// <summary>The label of several rows.</summary>
    [AllowNull]
    public string DisplayCollectionName { get => field ?? DisplayName; set; }

    public required TableOwnership Ownership { get; init; }

    public bool IsUserOwned => Ownership == TableOwnership.User;

    /// <summary>Whether a solution brought the table; the platform's own tables have no prefix.</summary>
    public bool IsCustom => Name.Contains('_', StringComparison.Ordinal);

    /// <summary>The platform's number of a standard table; tables of solutions are numbered from 10000.</summary>
    public int ObjectTypeCode { get; set; }

    /// <summary>What the names of the table's privileges end in: <c>prvRead</c> + <c>Account</c>.</summary>
    [AllowNull]
    public string PrivilegeName { get => field ?? SchemaName; init; }

    public bool HasNotes { get; set; }

    public bool IsActivity { get; init; }

    public bool IsAuditEnabled { get; set; }

    /// <summary>Whether its rows are parts of solutions, which are written when somebody asks for them.</summary>
    public bool KeepsComponents { get; init; }

    /// <summary>Whether the table only holds the pairs of a many-to-many relation.</summary>
    public bool IsIntersect { get; set; }

    public SourcePlace Place { get; init; }

    public StateModel? States { get; set; }

    public IReadOnlyList<ColumnMetadata> Columns => _columns;

    public IReadOnlyList<KeyMetadata> Keys => _keys;

    /// <summary>Relations in which this table is the parent, with what its deletion does to the children.</summary>
    public IReadOnlyList<RelationMetadata> Children => _children;

    /// <summary>Relations in which this table is the child.</summary>
    public IReadOnlyList<RelationMetadata> Parents => _parents;

    /// <summary>Many-to-many relations of this table, on either side.</summary>
    public IReadOnlyList<ManyToManyMetadata> ManyToMany => _manyToMany;

    /// <summary>Columns that a row keeps no value of: parties of an activity, and what the platform shows beside other columns.</summary>
    public IReadOnlyList<ColumnMetadata> Unstored => _unstored;

    /// <summary>The picture that stands for a row.</summary>
    public ColumnMetadata? PrimaryImage { get; private set; }

    /// <summary>The relation of the table with itself that is its hierarchy.</summary>
    public RelationMetadata? Hierarchy { get; private set; }

    public ColumnMetadata PrimaryId { get; private set; } = null!;

    public ColumnMetadata? PrimaryName { get; private set; }

    /// <summary>Money columns that a person fills (not their amounts in base currency).</summary>
    public IReadOnlyList<ColumnMetadata> MoneyColumns { get; private set; } = [];

    public IReadOnlyList<ColumnMetadata> AutoNumbers { get; private set; } = [];

    /// <summary>Columns that a row can't be stored without.</summary>
    public IReadOnlyList<ColumnMetadata> RequiredColumns { get; private set; } = [];

    /// <summary>Choice and yes/no columns with a default.</summary>
    public IReadOnlyList<ColumnMetadata> Defaults { get; private set; } = [];

    public bool Has(string column) => _byName.ContainsKey(column);

    public ColumnMetadata? Find(string? column) => column is null ? null : _byName.GetValueOrDefault(column);

    public ColumnMetadata this[string column] => _byName[column];

    /// <summary>A column, stored or not.</summary>
    public ColumnMetadata? FindAny(string? column) => Find(column) ?? _unstored.Find(c => c.Name == column);

    public void Add(ColumnMetadata column)
    {
        if (!column.IsStored)
        {
            _unstored.Add(column);
            return;
        }

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

    /// <summary>Puts a later layer's declaration in the place of an earlier one.</summary>
    public void Replace(ColumnMetadata earlier, ColumnMetadata column)
    {
        foreach (var target in earlier.Targets)
        {
            column.AddTarget(target);
        }

        if (!column.IsStored)
        {
            _unstored[_unstored.IndexOf(earlier)] = column;
            return;
        }

        _columns[_columns.IndexOf(earlier)] = column;
        _byName[column.Name] = column;
        PrimaryId = column.Type == ColumnType.Id ? column : PrimaryId;
        PrimaryName = column.IsPrimaryName || PrimaryName == earlier ? column : PrimaryName;
    }

    public void Add(KeyMetadata key) => _keys.Add(key);

    public void AddChild(RelationMetadata relation) => _children.Add(relation);

    public void AddParent(RelationMetadata relation) => _parents.Add(relation);

    public void Add(ManyToManyMetadata relation) => _manyToMany.Add(relation);

    /// <summary>Called once when every column is there.</summary>
    public void Complete()
    {
        if (States is not null)
        {
            this["statecode"].Choice = States.StateChoice;
            this["statuscode"].Choice = States.StatusChoice;
        }

        PrimaryImage = _columns.Find(c => c.Type == ColumnType.Image);
        Hierarchy = _children.Find(r => r.IsHierarchical && r.ChildTable == Name);
        MoneyColumns = [.. _columns.Where(c => c.Type == ColumnType.Money && c.BaseOf is null)];
        Defaults = [.. _columns.Where(c => c.Default is not null && c.Type is ColumnType.YesNo or ColumnType.Choice)];
        RequiredColumns = [.. _columns.Where(c => c.Required == RequiredLevel.System)];
        AutoNumbers = [.. _columns.Where(c => c.AutoNumberFormat is not null)];
    }
}
