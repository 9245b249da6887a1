using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Schema;

/// <summary>The tables as the Web API shows them.</summary>
internal sealed class ApiSchema
{
    private const string Owner = "ownerid";

    private readonly Dictionary<string, ApiTable> _bySet = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiTable> _byName = new(StringComparer.Ordinal);

    public ApiSchema(SolutionMetadata metadata)
    {
        Metadata = metadata;
        foreach (var table in metadata.Tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var shown = new ApiTable(table);
            _byName.Add(table.Name, shown);
            _bySet.TryAdd(table.EntitySetName, shown);
        }

        foreach (var table in _byName.Values)
        {
            AddProperties(table);
            AddNavigation(table);
        }
    }

    public SolutionMetadata Metadata { get; }

    /// <summary>All tables, by logical name.</summary>
    public IReadOnlyCollection<ApiTable> Tables => _byName.Values;

    public ApiTable? FindSet(string setName) => _bySet.GetValueOrDefault(setName);

    public ApiTable? Find(string table) => _byName.GetValueOrDefault(table);

    public ApiTable Table(string name) => Find(name) ?? throw Faults.NoTable(name);

    private static void AddProperties(ApiTable table)
    {
        foreach (var column in table.Table.Columns)
        {
            table.Add(new ApiProperty(column.Type == ColumnType.Lookup ? $"_{column.Name}_value" : column.Name, column));
        }
    }

    private static void AddNavigation(ApiTable table)
    {
        foreach (var relation in table.Table.Parents)
        {
            if (table.Table.Find(relation.ChildColumn) is { } column && column.Name != Owner)
            {
                table.Add(new LookupNavigation(NameOf(relation, column), column, relation.ParentTable));
            }
        }

        foreach (var column in table.Table.Columns.Where(c => c.Type == ColumnType.Lookup))
        {
            AddWithoutRelation(table, column);
        }

        foreach (var relation in table.Table.Children)
        {
            table.Add(new CollectionNavigation(relation.NavigationFromParent, relation.Name, relation.ChildTable, relation.ChildColumn)
            {
                Role = relation.ChildTable == table.Name ? EntityRole.Referenced : null,
            });
        }

        foreach (var relation in table.Table.ManyToMany)
        {
            AddManyToMany(table, relation);
        }
    }

    // A lookup to several tables has a property for each; where the solution names none, it is the column with the table's name.
    // The platform's own lookups have no capitals in their properties' names.
    private static string NameOf(RelationMetadata relation, ColumnMetadata column)
    {
        if (relation.NamesNavigation || !relation.NavigationFromChild.Equals(column.Name, StringComparison.OrdinalIgnoreCase))
        {
            return relation.NavigationFromChild;
        }

        // What a solution adds has a prefix, whether or not its file says so.
        var isCustom = column.IsCustom || column.Name.Contains('_', StringComparison.Ordinal);
        var name = isCustom ? relation.NavigationFromChild : column.Name;
        return column.Targets.Count > 1 ? $"{name}_{relation.ParentTable}" : name;
    }

    private static void AddWithoutRelation(ApiTable table, ColumnMetadata column)
    {
        if (column.Name == Owner)
        {
            table.Add(new LookupNavigation(column.Name, column, null));
            return;
        }

        foreach (var target in column.Targets.Where(t => !table.Lookups.Values.Any(l => ReferenceEquals(l.Column, column) && l.Target == t)))
        {
            table.Add(new LookupNavigation(column.Targets.Count == 1 ? column.Name : $"{column.Name}_{target}", column, target));
        }
    }

    private static void AddManyToMany(ApiTable table, ManyToManyMetadata relation)
    {
        if (relation.FirstTable == table.Name)
        {
            table.Add(new CollectionNavigation(relation.NavigationFromFirst, relation.Name, relation.SecondTable, null)
            {
                Intersect = (relation.IntersectTable, relation.FirstColumn, relation.SecondColumn),
                Role = relation.IsReflexive ? EntityRole.Referencing : null,
            });
        }

        // Where both sides of a reflexive relation have one name, it leads from the first.
        if (relation.SecondTable == table.Name && !(relation.IsReflexive && relation.NavigationFromSecond == relation.NavigationFromFirst))
        {
            table.Add(new CollectionNavigation(relation.NavigationFromSecond, relation.Name, relation.FirstTable, null)
            {
                Intersect = (relation.IntersectTable, relation.SecondColumn, relation.FirstColumn),
                Role = relation.IsReflexive ? EntityRole.Referenced : null,
            });
        }
    }
}
