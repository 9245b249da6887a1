using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests;

/// <summary>A view of the solution with its table as an environment has it.</summary>
internal sealed record SavedView(Table Table, XElement Xml)
{
    public static IReadOnlyList<SavedView> All { get; } =
        [.. from table in Metadata.Solution.Tables.Values
            from view in table.Views
            select new SavedView(Metadata.Installed.Tables[table.Name], view)];

    public string Id => Xml.Element("savedqueryid")!.Value;

    public string Name => Names.Of(Xml)[1033];

    /// <summary>0 public, 1 advanced find, 2 associated, 4 quick find, 64 lookup.</summary>
    public string Kind => Xml.Element("querytype")!.Value;

    public bool IsDefault => Xml.Element("isdefault")!.Value == "1";

    public XElement Fetch => Xml.Element("fetchxml")!.Element("fetch")!;

    public IEnumerable<string> Cells => Xml.Descendants("cell").Select(e => e.Attribute("name")!.Value);

    public override string ToString() => Table.Name + ": " + Name;
}

/// <summary>Names of a component by language.</summary>
internal static class Names
{
    public static Dictionary<int, string> Of(XElement component) => component.Element("LocalizedNames")!.Elements("LocalizedName")
        .ToDictionary(e => (int)e.Attribute("languagecode")!, e => e.Attribute("description")!.Value);

    /// <summary>Whether every text of the component is there in English and German, English first.</summary>
    public static bool AreComplete(XElement component) => component.DescendantsAndSelf()
        .Where(e => e.Name.LocalName is "LocalizedNames" or "Descriptions" or "labels" || e.Elements("Title").Any(t => t.Attribute("LCID") is not null))
        .All(e => e.Elements().Select(t => (int)(t.Attribute("languagecode") ?? t.Attribute("LCID"))!).SequenceEqual([1033, 1031])
            && e.Elements().All(t => (t.Attribute("description") ?? t.Attribute("Title"))!.Value.Trim().Length > 0));

    public static string IdOf(string file) => Path.GetFileNameWithoutExtension(file);
}
