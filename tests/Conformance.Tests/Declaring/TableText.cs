using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Declaring;

/// <summary>A <c>table</c> or <c>extend</c> block as an Entity.xml.</summary>
internal sealed class TableText
{
    private readonly List<XElement> _attributes = [];
    private readonly List<XElement> _keys = [];
    private readonly StatesText _states = new();

    private TableText(string name) => Name = name;

    public string Name { get; }

    public List<RelationText> Relations { get; } = [];

    public XElement Xml { get; private set; } = null!;

    public static TableText Read(Block block)
    {
        var words = block.Text.At(' ').Where(w => w.Length > 0).ToList();
        var extends = words[0] == "extend";
        var table = new TableText(words.ElementAtOrDefault(1) ?? throw block.Error("the table has no name."));
        if (!extends)
        {
            table._attributes.Add(ColumnText.Read(new Block(block.File, block.Line, 0, $"{table.Name}id guid"), table.Name).Xml);
            table._attributes[0].Element("Type")!.Value = "primarykey";
        }

        block.Children.ForEach(table.ReadLine);
        table._attributes.AddRange(table._states.Attributes(table.Name));
        table.Write(block, words, extends);
        return table;
    }

    private void ReadLine(Block line)
    {
        switch (line.FirstWord)
        {
            case "key":
                var (heading, columns) = line.Text.AtColon();
                ReadKey(heading["key".Length..].Trim(), (columns ?? throw line.Error("key NAME: COLUMN, COLUMN")).At(','));
                break;
            case "state":
                _states.ReadState(line);
                break;
            case "move":
                _states.ReadMove(line);
                break;
            default:
                var column = ColumnText.Read(line, Name);
                _attributes.Add(column.Xml);
                Relations.AddRange(column.Relations);
                break;
        }
    }

    private void ReadKey(string name, List<string> columns) => _keys.Add(new XElement(
        "EntityKey",
        new XElement("Name", name),
        new XElement("LogicalName", name),
        new XElement("displaynames", new XElement("displayname", new XAttribute("description", name), new XAttribute("languagecode", "1033"))),
        new XElement("EntityKeyAttributes", columns.Select(c => new XElement("AttributeName", c)))));

    private void Write(Block block, List<string> words, bool extends)
    {
        var named = words.IndexOf("named") is var at and >= 0 ? words[at + 1].Unquote() : Name;
        var entity = new XElement(
            "entity",
            new XAttribute("Name", Name),
            new XElement("LocalizedNames", new XElement("LocalizedName", new XAttribute("description", named), new XAttribute("languagecode", "1033"))),
            new XElement("attributes", _attributes));
        if (!extends)
        {
            var ownership = words.Contains("organization") ? "OrgOwned" : words.Contains("user") ? "UserOwned"
                : throw block.Error("table NAME owned by user, or table NAME owned by organization.");
            entity.Add(new XElement("EntitySetName", Name + "s"), new XElement("OwnershipTypeMask", ownership));
            entity.Add(new XElement("IsActivity", words.Contains("activity") ? "1" : "0"));
        }

        entity.Add(new XElement("EnforceStateTransitions", _states.HasMoves ? "1" : "0"), new XElement("EntityKeys", _keys));
        Xml = new XElement(
            "Entity",
            new XElement("Name", new XAttribute("LocalizedName", named), new XAttribute("OriginalName", named), Name),
            new XElement("EntityInfo", entity));
    }
}
