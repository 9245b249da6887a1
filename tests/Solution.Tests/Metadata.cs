using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Solution.Tests;

/// <summary>Tables, relations and choices of one or more unpacked solutions; a table that a later one adds columns to is one table.</summary>
internal sealed class Metadata
{
    /// <summary>The solution on top of the standard tables, as an environment has it after the import.</summary>
    public static Metadata Installed { get; } = new(Repository.BaseFiles, Repository.SolutionFiles);

    /// <summary>The solution alone.</summary>
    public static Metadata Solution { get; } = new(Repository.SolutionFiles);

    public Metadata(params SolutionFiles[] solutions)
    {
        foreach (var files in solutions)
        {
            foreach (var path in files.Paths.Where(p => p.StartsWith("Entities/", StringComparison.Ordinal) && p.EndsWith("/Entity.xml", StringComparison.Ordinal)))
                Add(new Table(files, path));
            foreach (var path in files.Paths.Where(p => p.StartsWith("Other/Relationships/", StringComparison.Ordinal)))
                Relations.AddRange(files.Xml(path).Root!.Elements().Select(e => new Relation(e, path)).Where(r => r.IsOneToMany));
            foreach (var path in files.Paths.Where(p => p.StartsWith("OptionSets/", StringComparison.Ordinal)))
            {
                var choice = files.Xml(path).Root!;
                Choices.Add(choice.Attribute("Name")!.Value, Options(choice));
            }
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
        [.. choice.Element("options")!.Elements().Select(o => (int.Parse(o.Attribute("value")!.Value, CultureInfo.InvariantCulture), Label(o)))];

    private void Add(Table read)
    {
        if (!Tables.TryGetValue(read.Name, out var table))
            Tables.Add(read.Name, read);
        else
            table.Merge(read);
    }
}

/// <summary>One table, with the forms, views and charts in the folders beside its file.</summary>
internal sealed class Table
{
    private readonly SolutionFiles _files;

    public Table(SolutionFiles files, string path)
    {
        _files = files;
        Path = path;
        Root = files.Xml(path).Root!;
        Entity = Root.Element("EntityInfo")!.Element("entity")!;
        Columns = Entity.Element("attributes")?.Elements().Select(e => new Column(e)).ToDictionary(c => c.Name) ?? [];
        Keys = [.. Entity.Descendants("EntityKey").Select(k => k.Descendants("AttributeName").Select(a => a.Value).ToList())];
        FormFiles = [.. Parts("FormXml", "systemform")];
        ViewFiles = [.. Parts("SavedQueries", "savedquery")];
        ChartFiles = [.. Parts("Visualizations", null)];
    }

    /// <summary>Path of its file within the solution.</summary>
    public string Path { get; }

    /// <summary>Name of the folder of its files.</summary>
    public string Folder => Path.Split('/')[1];

    public XElement Root { get; }

    public XElement Entity { get; }

    public string SchemaName => Root.Element("Name")!.Value;

    public string Name => SchemaName.ToLowerInvariant();

    public bool IsOurs => Name.StartsWith("cov_", StringComparison.Ordinal);

    public bool IsUserOwned => Entity.Element("OwnershipTypeMask")?.Value == "UserOwned";

    public Dictionary<string, Column> Columns { get; }

    public List<List<string>> Keys { get; }

    public IReadOnlyList<(string Path, XElement Xml)> FormFiles { get; }

    public IReadOnlyList<(string Path, XElement Xml)> ViewFiles { get; }

    public IReadOnlyList<(string Path, XElement Xml)> ChartFiles { get; }

    public IEnumerable<XElement> Views => ViewFiles.Select(f => f.Xml);

    public IEnumerable<XElement> Forms => FormFiles.Select(f => f.Xml);

    public void Merge(Table added)
    {
        foreach (var (name, column) in added.Columns)
            Columns.TryAdd(name, column);
        Keys.AddRange(added.Keys);
    }

    private IEnumerable<(string Path, XElement Xml)> Parts(string folder, string? element)
    {
        var below = $"Entities/{Folder}/{folder}/";
        foreach (var path in _files.Paths.Where(p => p.StartsWith(below, StringComparison.Ordinal) && !SolutionPackage.IsVariant(p)))
        {
            var root = _files.Xml(path).Root!;
            if ((element is null ? root : root.Element(element)) is { } part)
                yield return (path, part);
        }
    }
}

internal sealed record Column(XElement Xml)
{
    public string Name => Value("LogicalName");

    public string PhysicalName => Xml.Attribute("PhysicalName")!.Value;

    public string Type => Value("Type");

    /// <summary>Who acted for somebody else: the platform makes the relations of these columns itself, and no export lists them.</summary>
    public bool IsDelegate => Name is "createdonbehalfby" or "modifiedonbehalfby";

    public bool IsLookup => Type is "lookup" or "customer" or "owner";

    public bool IsPrimaryName => Value("DisplayMask").Contains("PrimaryName", StringComparison.Ordinal);

    public bool IsSecured => Value("IsSecured") == "1";

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
