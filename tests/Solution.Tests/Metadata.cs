using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests;

/// <summary>Tables, relations and choices of one or more unpacked folders; a table that a later folder adds columns to is one table.</summary>
internal sealed class Metadata
{
    /// <summary>The solution on top of the standard tables, as an environment has it after the import.</summary>
    public static Metadata Installed { get; } = new(Repository.Base, Repository.Solution);

    /// <summary>The solution alone.</summary>
    public static Metadata Solution { get; } = new(Repository.Solution);

    private Metadata(params string[] folders)
    {
        foreach (var folder in folders)
        {
            foreach (var file in Package.Files(folder, "Entities", "Entity.xml"))
                Add(file);
            foreach (var file in Package.Files(folder, Path.Combine("Other", "Relationships"), "*.xml"))
                Relations.AddRange(XDocument.Load(file).Root!.Elements().Select(e => new Relation(e, file)).Where(r => r.IsOneToMany));
            foreach (var file in Package.Files(folder, "OptionSets", "*.xml"))
                Choices.Add(XDocument.Load(file).Root!.Attribute("Name")!.Value, Options(XDocument.Load(file).Root!));
        }
    }

    public Dictionary<string, Table> Tables { get; } = [];

    public List<Relation> Relations { get; } = [];

    /// <summary>Global choices: values and labels, in order.</summary>
    public Dictionary<string, List<(int Value, string Label)>> Choices { get; } = [];

    public IEnumerable<Relation> RelationsOf(Table table, Column column) =>
        Relations.Where(r => r.From == table.Name && r.Column == column.Name);

    public static string Label(XElement element) =>
        element.Element("labels")!.Element("label")!.Attribute("description")!.Value;

    private static List<(int, string)> Options(XElement choice) =>
        [.. choice.Element("options")!.Elements().Select(o => (int.Parse(o.Attribute("value")!.Value, System.Globalization.CultureInfo.InvariantCulture), Label(o)))];

    private void Add(string file)
    {
        var read = new Table(file);
        if (!Tables.TryGetValue(read.Name, out var table))
            Tables.Add(read.Name, read);
        else
            table.Merge(read);
    }
}

/// <summary>One table, from its Entity.xml, with the views and forms in the folders beside it.</summary>
internal sealed class Table
{
    public Table(string file)
    {
        Folder = Path.GetDirectoryName(file)!;
        Root = XDocument.Load(file).Root!;
        Entity = Root.Element("EntityInfo")!.Element("entity")!;
        Columns = Entity.Element("attributes")!.Elements().Select(e => new Column(e)).ToDictionary(c => c.Name);
        Keys = [.. Entity.Descendants("EntityKey").Select(k => k.Descendants("AttributeName").Select(a => a.Value).ToList())];
    }

    public string Folder { get; }

    public XElement Root { get; }

    public XElement Entity { get; }

    public string SchemaName => Root.Element("Name")!.Value;

    public string Name => SchemaName.ToLowerInvariant();

    public bool IsOurs => Name.StartsWith("cov_", StringComparison.Ordinal);

    public Dictionary<string, Column> Columns { get; }

    public List<List<string>> Keys { get; }

    public IEnumerable<XElement> Views => Package.Files(Folder, "SavedQueries", "*.xml").Select(f => XDocument.Load(f).Root!.Element("savedquery")!);

    public IEnumerable<XElement> Forms => Package.Files(Folder, "FormXml", "*.xml").Select(f => XDocument.Load(f).Root!.Element("systemform")!);

    public void Merge(Table added)
    {
        foreach (var (name, column) in added.Columns)
            Columns.Add(name, column);
        Keys.AddRange(added.Keys);
    }
}

internal sealed record Column(XElement Xml)
{
    public string Name => Value("LogicalName");

    public string PhysicalName => Xml.Attribute("PhysicalName")!.Value;

    public string Type => Value("Type");

    public bool IsLookup => Type is "lookup" or "customer" or "owner";

    public bool IsPrimaryName => Value("DisplayMask").Contains("PrimaryName", StringComparison.Ordinal);

    /// <summary>Text of an element below the column; nothing where there is none.</summary>
    public string Value(string element) => Xml.Element(element)?.Value ?? "";
}

internal sealed record Relation(XElement Xml, string File)
{
    public string Name => Xml.Attribute("Name")!.Value;

    /// <summary>A lookup's relation; otherwise pairs of rows.</summary>
    public bool IsOneToMany => Xml.Element("EntityRelationshipType")!.Value == "OneToMany";

    public string From => Lower("ReferencingEntityName");

    public string To => Lower("ReferencedEntityName");

    public string Column => Lower("ReferencingAttributeName");

    private string Lower(string element) => Xml.Element(element)!.Value.ToLowerInvariant();
}
