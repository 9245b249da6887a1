using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads Other/Relationships/*.xml: what a lookup points to, what goes on to children, and pairs of rows.</summary>
internal sealed class RelationReader(Dictionary<string, TableMetadata> tables, Dictionary<string, TableRelation> relations)
{
    public void Read(string path)
    {
        foreach (var relation in SolutionXml.Load(path).Elements())
        {
            // Relationships.xml of an unpacked solution lists names only; the declarations are in the folder beside it.
            switch (relation.Text("EntityRelationshipType"))
            {
                case "OneToMany":
                    AddOneToMany(relation);
                    break;
                case "ManyToMany":
                    AddManyToMany(relation);
                    break;
                case null:
                    break;
                case var other:
                    throw relation.Child("EntityRelationshipType")!.Error($"'{other}' is no kind of relation.");
            }
        }
    }

    private void AddOneToMany(XElement relation)
    {
        var child = relation.RequiredText("ReferencingEntityName").ToLowerInvariant();
        var parent = relation.RequiredText("ReferencedEntityName").ToLowerInvariant();
        var column = relation.RequiredText("ReferencingAttributeName").ToLowerInvariant();
        if (!tables.TryGetValue(child, out var table))
        {
            return; // a relation between tables that this machine does not have
        }

        var lookup = table.Find(column);
        if (lookup is null)
        {
            if (Platform.IsSystemLookup(column))
            {
                return;
            }

            throw relation.Error($"the relation's column {child}.{column} does not exist.");
        }

        if (lookup.Type != ColumnType.Lookup)
        {
            throw relation.Error($"the relation's column {child}.{column} is no lookup.");
        }

        // What the platform's own lookups point to is known; their relations may name a kind of table ("owner") only.
        if (!Platform.IsSystemLookup(column))
        {
            lookup.AddTarget(parent);
        }

        if (tables.TryGetValue(parent, out var parentTable))
        {
            var declared = new RelationMetadata(
                relation.Attribute("Name")?.Value ?? column, parent, child, column, Cascade(relation, "CascadeDelete", DeleteCascade.NoCascade))
            {
                OnAssign = Cascade(relation, "CascadeAssign", Metadata.Cascade.NoCascade),
                OnShare = Cascade(relation, "CascadeShare", Metadata.Cascade.NoCascade),
                OnUnshare = Cascade(relation, "CascadeUnshare", Metadata.Cascade.NoCascade),
                OnReparent = Cascade(relation, "CascadeReparent", Metadata.Cascade.NoCascade),
                OnMerge = Cascade(relation, "CascadeMerge", Metadata.Cascade.NoCascade),
                IsHierarchical = relation.Flag("IsHierarchical"),
                NavigationFromChild = Navigation(relation, "RelationshipRoleType", "1") ?? lookup.SchemaName,
                NavigationFromParent = Navigation(relation, "RelationshipRoleType", "0"),
            };
            if (relations.TryAdd(declared.Name, declared))
            {
                parentTable.AddChild(declared);
                table.AddParent(declared);
            }
        }
    }

    private void AddManyToMany(XElement relation)
    {
        var name = relation.RequiredAttribute("Name");
        var first = relation.RequiredText("FirstEntityName").ToLowerInvariant();
        var second = relation.RequiredText("SecondEntityName").ToLowerInvariant();
        if (!tables.TryGetValue(first, out var firstTable) || !tables.TryGetValue(second, out var secondTable))
        {
            return; // a relation between tables that this machine does not have
        }

        var intersectName = relation.RequiredText("IntersectEntityName");
        TableReader.CheckName(relation.Child("IntersectEntityName")!, intersectName.ToLowerInvariant());
        var (firstColumn, secondColumn) = IntersectTable.Columns(firstTable, secondTable);
        var declared = new ManyToManyMetadata(name, first, second, intersectName.ToLowerInvariant(), firstColumn, secondColumn)
        {
            NavigationFromFirst = Navigation(relation, "AssociationRoleOrdinal", "1"),
            NavigationFromSecond = Navigation(relation, "AssociationRoleOrdinal", "2"),
        };
        if (!relations.TryAdd(name, declared))
        {
            return;
        }

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

    private static string? Navigation(XElement relation, string kind, string value) =>
        relation.Child("EntityRelationshipRoles")?.Elements()
            .FirstOrDefault(r => r.Text(kind) == value)?.Text("NavigationPropertyName");

    private static T Cascade<T>(XElement relation, string name, T otherwise)
        where T : struct, Enum
    {
        var text = relation.Text(name);
        return text is null ? otherwise
            : Enum.TryParse<T>(text, out var cascade) && Enum.IsDefined(cascade) ? cascade
            : throw relation.Child(name)!.Error($"'{text}' is no cascade of this kind: {string.Join(", ", Enum.GetNames<T>())} are known.");
    }
}
