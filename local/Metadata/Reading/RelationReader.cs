using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Collects the relations of all solutions, the last declaration of a name counting, and ties the tables together.</summary>
internal sealed class RelationReader(Dictionary<string, TableMetadata> tables, List<Remark> remarks)
{
    private readonly Dictionary<string, XElement> _declared = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _intersects = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(ColumnMetadata Lookup, string Parent, XElement Relation)> _missing = [];

    /// <summary>Relations by schema name, compared without case.</summary>
    public Dictionary<string, TableRelation> Relations { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Collect(IEnumerable<XElement> relations)
    {
        foreach (var relation in relations)
        {
            // An index of relations lists names only.
            if (relation.Text("EntityRelationshipType") is not null)
            {
                _declared[relation.RequiredAttribute("Name")] = relation;
                if (relation.Text("IntersectEntityName") is { } intersect)
                {
                    _intersects.Add(intersect);
                }
            }
        }
    }

    /// <summary>Whether a table only holds the pairs of a relation, so that it has no more than their ids.</summary>
    public bool IsIntersect(string table) => _intersects.Contains(table);

    public void Tie()
    {
        foreach (var (name, relation) in _declared)
        {
            switch (relation.Text("EntityRelationshipType"))
            {
                case "OneToMany":
                    AddOneToMany(name, relation);
                    break;
                case "ManyToMany":
                    AddManyToMany(name, relation);
                    break;
                case var other:
                    throw relation.Child("EntityRelationshipType")!.Error($"'{other}' is no kind of relation.");
            }
        }

        foreach (var (lookup, parent, relation) in _missing)
        {
            if (lookup.Targets.Count == 0)
            {
                throw relation.Child("ReferencedEntityName")!.Error(
                    $"the lookup {relation.Text("ReferencingEntityName")}.{lookup.Name} points to the table {parent}, which no loaded solution declares: load the solution that has it before this one.");
            }

            remarks.Add(new Remark(relation.Place(), $"the lookup {lookup.Name} can't point to {parent} here: no loaded solution declares that table."));
        }
    }

    private void AddOneToMany(string name, XElement relation)
    {
        var child = relation.RequiredText("ReferencingEntityName").ToLowerInvariant();
        var parent = relation.RequiredText("ReferencedEntityName").ToLowerInvariant();
        var column = relation.RequiredText("ReferencingAttributeName").ToLowerInvariant();
        if (!tables.TryGetValue(child, out var table))
        {
            remarks.Add(new Remark(relation.Place(), $"the relation {name} is left out: no loaded solution declares the table {child}."));
            return;
        }

        if (Lookup(table, column, relation) is not { } lookup)
        {
            return;
        }

        if (!tables.TryGetValue(parent, out var parentTable))
        {
            // The platform's own lookups are known; their relations may name a kind of table ("owner") only.
            if (!Platform.IsSystemLookup(column))
            {
                _missing.Add((lookup, parent, relation));
            }

            return;
        }

        if (!Platform.IsSystemLookup(column))
        {
            lookup.AddTarget(parent);
        }

        var navigation = Navigation(relation, "RelationshipRoleType", "1");
        var declared = new RelationMetadata(name, parent, child, column, Cascading(relation, "CascadeDelete", DeleteCascade.NoCascade))
        {
            OnAssign = Cascading(relation, "CascadeAssign", Cascade.NoCascade),
            OnShare = Cascading(relation, "CascadeShare", Cascade.NoCascade),
            OnUnshare = Cascading(relation, "CascadeUnshare", Cascade.NoCascade),
            OnReparent = Cascading(relation, "CascadeReparent", Cascade.NoCascade),
            OnMerge = Cascading(relation, "CascadeMerge", Cascade.NoCascade),
            IsHierarchical = relation.Flag("IsHierarchical"),
            IsCustom = table.IsCustom || parentTable.IsCustom || lookup.IsCustom,
            NavigationFromChild = navigation ?? lookup.SchemaName,
            NamesNavigation = navigation is not null,
            NavigationFromParent = Navigation(relation, "RelationshipRoleType", "0"),
        };
        Relations.Add(name, declared);
        parentTable.AddChild(declared);
        table.AddParent(declared);
    }

    /// <summary>The relation's lookup; null where the relation is not about one.</summary>
    private static ColumnMetadata? Lookup(TableMetadata table, string column, XElement relation)
    {
        var found = table.FindAny(column);
        switch (found?.Type)
        {
            case ColumnType.Lookup:
                return found;

            // The platform keeps files and pictures in tables of its own and relates them.
            case ColumnType.File or ColumnType.Image or ColumnType.PartyList or ColumnType.Virtual:
                return null;
            case null when Platform.IsSystemLookup(column):
                return null;

            // Standard tables have more columns than their description here; a solution's own (with a prefix) must be declared.
            case null when !column.Contains('_', StringComparison.Ordinal) && !table.IsCustom:
                TableReader.CheckName(relation, column);
                var lookup = new ColumnMetadata
                {
                    Name = column, SchemaName = relation.RequiredText("ReferencingAttributeName"), Type = ColumnType.Lookup, DeclaredType = "lookup", Place = relation.Place(),
                };
                table.Add(lookup);
                return lookup;
            case null:
                throw relation.Error($"the relation's column {table.Name}.{column} does not exist.");
            default:
                throw relation.Error($"the relation's column {table.Name}.{column} is no lookup.");
        }
    }

    private void AddManyToMany(string name, XElement relation)
    {
        var firstTable = Side(name, relation, "FirstEntityName");
        var secondTable = Side(name, relation, "SecondEntityName");
        var intersectName = relation.RequiredText("IntersectEntityName");
        TableReader.CheckName(relation.Child("IntersectEntityName")!, intersectName.ToLowerInvariant());
        var (firstColumn, secondColumn) = IntersectTable.Columns(firstTable, secondTable);
        var declared = new ManyToManyMetadata(name, firstTable.Name, secondTable.Name, intersectName.ToLowerInvariant(), firstColumn, secondColumn)
        {
            IsCustom = firstTable.IsCustom || secondTable.IsCustom || name.Contains('_', StringComparison.Ordinal) && !name.EndsWith("_association", StringComparison.Ordinal),
            NavigationFromFirst = Navigation(relation, "AssociationRoleOrdinal", "1"),
            NavigationFromSecond = Navigation(relation, "AssociationRoleOrdinal", "2"),
        };
        Relations.Add(name, declared);
        if (!tables.TryGetValue(declared.IntersectTable, out var intersect))
        {
            intersect = IntersectTable.Make(intersectName, declared, relation.Place());
            tables.Add(intersect.Name, intersect);
        }

        IntersectTable.Mark(intersect, declared);
        firstTable.Add(declared);
        if (!declared.IsReflexive)
        {
            secondTable.Add(declared);
        }
    }

    private TableMetadata Side(string name, XElement relation, string side)
    {
        var table = relation.RequiredText(side).ToLowerInvariant();
        return tables.TryGetValue(table, out var found)
            ? found
            : throw relation.Child(side)!.Error($"the relation {name} pairs rows of the table {table}, which no loaded solution declares: load the solution that has it before this one.");
    }

    private static string? Navigation(XElement relation, string kind, string value) =>
        relation.Child("EntityRelationshipRoles")?.Elements()
            .FirstOrDefault(r => r.Text(kind) == value)?.Text("NavigationPropertyName");

    private static T Cascading<T>(XElement relation, string name, T otherwise)
        where T : struct, Enum
    {
        var text = relation.Text(name);
        return text is null ? otherwise
            : Enum.TryParse<T>(text, out var cascade) && Enum.IsDefined(cascade) ? cascade
            : throw relation.Child(name)!.Error($"'{text}' is no cascade of this kind: {string.Join(", ", Enum.GetNames<T>())} are known.");
    }
}
