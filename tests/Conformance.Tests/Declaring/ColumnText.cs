using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Declaring;

/// <summary>One column's line (<c>new_amount money 0..1000000 precision 2 required</c>) as an attribute of an Entity.xml.</summary>
internal sealed class ColumnText
{
    private readonly Block _block;
    private readonly Queue<string> _words;
    private readonly XElement _xml;

    private ColumnText(Block block, string table)
    {
        _block = block;
        _words = new Queue<string>(block.Text.At(' ').Where(w => w.Length > 0));
        Name = _words.Dequeue();
        Table = table;
        _xml = new XElement("attribute", new XAttribute("PhysicalName", Name));
    }

    public string Name { get; }

    public string Table { get; }

    /// <summary>What the line says about the relations of a lookup.</summary>
    public List<RelationText> Relations { get; } = [];

    public XElement Xml => _xml;

    public static ColumnText Read(Block block, string table)
    {
        var column = new ColumnText(block, table);
        column.ReadType();
        while (column._words.Count > 0)
        {
            column.ReadProperty(column._words.Dequeue());
        }

        if (column._xml.Element("Type")!.Value == "bit" && column._xml.Element("AppDefaultValue") is null)
        {
            column.Add("AppDefaultValue", "0"); // exports always say what a yes/no column begins with
        }

        return column;
    }

    private void ReadType()
    {
        var type = Next("a type");
        switch (type)
        {
            case "text":
                Typed("nvarchar");
                Add("MaxLength", Next("the greatest length"));
                break;
            case "memo":
                Typed("ntext");
                Add("MaxLength", Next("the greatest length"));
                break;
            case "whole":
                Typed("int");
                Range();
                break;
            case "big":
                Typed("bigint");
                break;
            case "decimal" or "money" or "float":
                Typed(type);
                Range();
                break;
            case "yes/no":
                Typed("bit");
                break;
            case "date":
                ReadDate();
                break;
            case "choice" or "choices":
                Typed(type == "choice" ? "picklist" : "multiselectpicklist");
                _xml.Add(OptionSet(Next("the values in parentheses")));
                break;
            case "lookup":
                Typed("lookup");
                ReadTargets();
                break;
            case "customer":
                Typed("customer");
                Relations.Add(new RelationText($"{Table}_{Name}_account", "account", Table, Name));
                Relations.Add(new RelationText($"{Table}_{Name}_contact", "contact", Table, Name));
                break;
            case "guid":
                Typed("uniqueidentifier");
                break;
            case "image" or "file":
                Typed(type);
                break;
            default:
                throw _block.Error($"'{type}' is no type of column.");
        }
    }

    private void ReadDate()
    {
        Typed("datetime");
        switch (string.Join(' ', _words.TakeWhile(w => w is "only" or "and" or "time" or "independent" or "local")))
        {
            case "only":
                Date("date", 2, 1);
                break;
            case "local":
                Date("date", 1, 1);
                break;
            case "and time":
                Date("datetime", 1, 2);
                break;
            case "and time independent":
                Date("datetime", 3, 3);
                break;
            default:
                throw _block.Error("a date is 'date only', 'date local' (user's time zone), 'date and time' or 'date and time independent'.");
        }
    }

    private void Date(string format, int behavior, int words)
    {
        Add("Format", format);
        Add("Behavior", behavior.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < words; i++)
        {
            _words.Dequeue();
        }
    }

    private void ReadTargets()
    {
        foreach (var target in Next("the table it points to").Split('/'))
        {
            Relations.Add(new RelationText($"{Table}_{Name}_{target}", target, Table, Name));
        }
    }

    private void ReadProperty(string word)
    {
        switch (word)
        {
            case "primary":
                Add("DisplayMask", "PrimaryName|ValidForAdvancedFind|ValidForForm|ValidForGrid");
                break;
            case "required":
                Add("RequiredLevel", "required");
                break;
            case "system-required":
                Add("RequiredLevel", "systemrequired");
                break;
            case "recommended":
                Add("RequiredLevel", "recommended");
                break;
            case "secured":
                Add("IsSecured", "1");
                break;
            case "precision":
                ReadPrecision();
                break;
            case "autonumber":
                Add("AutoNumberFormat", Next("the format").Unquote());
                break;
            case "default":
                Add("AppDefaultValue", DefaultOf(Next("the value")));
                break;
            case "relation":
                Relations.ForEach(r => r.Name = Relations.Count == 1 ? _words.Peek() : $"{_words.Peek()}_{r.Parent}");
                _words.Dequeue();
                break;
            case "hierarchical":
                Relations.ForEach(r => r.IsHierarchical = true);
                break;
            case "parental":
                Relations.ForEach(r => r.Parental());
                break;
            case "on":
                ReadCascade();
                break;
            default:
                throw _block.Error($"'{word}' is no property of a column.");
        }
    }

    private void ReadPrecision()
    {
        switch (Next("the digits, 'currency' or 'organization'"))
        {
            case "currency":
                Add("AccuracySource", "2");
                break;
            case "organization":
                Add("AccuracySource", "1");
                break;
            case var digits:
                Add("Accuracy", digits);
                break;
        }
    }

    private void ReadCascade()
    {
        var (action, cascade) = (Next("an action"), Next("a cascade"));
        foreach (var relation in Relations)
        {
            relation.Set(_block, action, cascade);
        }
    }

    private string DefaultOf(string value)
    {
        if (_xml.Element("Type")!.Value == "bit")
        {
            return value == "yes" ? "1" : "0";
        }

        var options = _xml.Element("optionset")?.Element("options")?.Elements() ?? [];
        return options.FirstOrDefault(o => o.Element("labels")!.Element("label")!.Attribute("description")!.Value == value)?.Attribute("value")!.Value
            ?? throw _block.Error($"'{value}' is no label of the choice.");
    }

    private XElement OptionSet(string text)
    {
        var (_, inner) = text.AtParentheses();
        var options = (inner ?? throw _block.Error("the values of a choice stand in parentheses: (Small=1, Large=2).")).At(',')
            .Select(o => o.AtEquals() ?? throw _block.Error($"'{o}' is no LABEL=NUMBER."));
        return new XElement(
            "optionset",
            new XAttribute("Name", $"{Table}_{Name}"),
            new XElement("OptionSetType", "picklist"),
            new XElement("IsGlobal", "0"),
            new XElement("options", options.Select(o => new XElement("option", new XAttribute("value", o.Value), Labels.Of(o.Name.Unquote())))));
    }

    private void Typed(string type)
    {
        Add("Type", type);
        Add("Name", Name);
        Add("LogicalName", Name);
    }

    private void Range()
    {
        if (_words.Count > 0 && _words.Peek().Contains("..", StringComparison.Ordinal))
        {
            var bounds = _words.Dequeue().Split("..");
            Add("MinValue", bounds[0]);
            Add("MaxValue", bounds[1]);
        }
    }

    private void Add(string name, string value) => _xml.Add(new XElement(name, value));

    private string Next(string what) => _words.TryDequeue(out var word) ? word : throw _block.Error($"the column's {what} is missing.");
}
