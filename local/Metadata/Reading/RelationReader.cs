using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads Other/Relationships.xml and Other/Relationships/*.xml: what a lookup points to, and what a deletion does.</summary>
internal sealed class RelationReader(Dictionary<string, TableMetadata> tables)
{
    public void Read(string path)
    {
        foreach (var relation in SolutionXml.Load(path).Elements())
        {
            // Relationships.xml of an unpacked solution lists names only; the declarations are in the folder beside it.
            if (relation.Text("EntityRelationshipType") is "OneToMany")
            {
                Add(relation);
            }
        }
    }

    private void Add(XElement relation)
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
            var name = relation.Attribute("Name")?.Value ?? column;
            parentTable.Add(new RelationMetadata(name, parent, child, column, OnDelete(relation)));
        }
    }

    private static DeleteCascade OnDelete(XElement relation) => relation.Text("CascadeDelete") switch
    {
        null or "NoCascade" => DeleteCascade.NoCascade,
        "Cascade" => DeleteCascade.Cascade,
        "RemoveLink" => DeleteCascade.RemoveLink,
        "Restrict" => DeleteCascade.Restrict,
        var other => throw relation.Child("CascadeDelete")!.Error($"'{other}' is not a cascade of deletion."),
    };
}
