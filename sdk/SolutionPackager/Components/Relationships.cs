using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>Relations: an index in order, and a file for each table that they refer to (of pairs of rows: the first table).</summary>
internal sealed class Relationships() : ComponentKind("EntityRelationships")
{
    private const string Index = "Other/Relationships.xml";
    private const string Folder = "Other/Relationships";
    private const string Element = "EntityRelationship";

    public override void Unpack(XElement section, UnpackTarget target)
    {
        var relations = section.Elements(Element).ToList();
        if (relations.Count == 0)
            return;
        target.Add(Index, SolutionXml.AsRoot(new XElement(Section, relations.Select(r => new XElement(Element, new XAttribute("Name", Value(r, "Name", "relation")))))));
        foreach (var file in relations.GroupBy(Table, StringComparer.OrdinalIgnoreCase))
            target.Add($"{Folder}/{FilePath.FileName(file.Key)}.xml", SolutionXml.AsRoot(new XElement(Section, file)));
        relations.ForEach(r => r.Remove());
    }

    public override void Pack(PackSource source, XElement section)
    {
        var relations = new Dictionary<string, XElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Files(source))
        {
            foreach (var relation in source.Root(path, Section).Elements(Element))
            {
                if (!relations.TryAdd(Value(relation, "Name", "relation"), relation))
                    throw new SolutionPackageException($"{path}: the relation {Value(relation, "Name", "relation")} is there twice.");
            }
        }

        if (!source.Has(Index))
        {
            if (relations.Count > 0)
                throw new SolutionPackageException($"{Index}, the list of the relations, is missing.");
            return;
        }

        foreach (var name in source.Root(Index, Section).Elements(Element).Select(e => Value(e, "Name", "relation")))
        {
            if (!relations.Remove(name, out var relation))
                throw new SolutionPackageException($"{Index} lists the relation {name}, which no file in {Folder} holds.");
            section.Add(relation);
        }

        if (relations.Count > 0)
            throw new SolutionPackageException($"{Index} does not list the relation {relations.Keys.Order(StringComparer.Ordinal).First()}.");
    }

    public override IEnumerable<string> Files(PackSource source) => source.Below(Folder, _ => true);

    private static string Table(XElement relation) =>
        relation.Element("ReferencedEntityName")?.Value ?? Text(relation, "FirstEntityName", "relation");
}
