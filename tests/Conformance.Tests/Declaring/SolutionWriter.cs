using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Declaring;

/// <summary>
/// Writes what a case file declares (tables, relations, roles, custom APIs) as an unpacked solution, so that the case reads it through
/// the solution reader like anybody's solution.
/// </summary>
internal static class SolutionWriter
{
    private static readonly string[] Declarations = ["table", "extend", "many-to-many", "role", "api"];

    public static bool Declares(Block block) => Declarations.Contains(block.FirstWord) && block.Text.Contains(' ', StringComparison.Ordinal);

    public static void Write(string folder, IReadOnlyList<Block> world)
    {
        var tables = world.Where(b => b.FirstWord is "table" or "extend").Select(TableText.Read).ToList();
        foreach (var table in tables)
        {
            Save(table.Xml, folder, "Entities", table.Name, "Entity.xml");
        }

        var relations = tables.SelectMany(t => t.Relations).Select(r => r.ToXml()).Concat(world.Where(b => b.FirstWord == "many-to-many").Select(ManyToMany)).ToList();
        Save(new XElement("EntityRelationships", relations.Select(r => new XElement("EntityRelationship", r.Attribute("Name")))), folder, "Other", "Relationships.xml");
        Save(new XElement("EntityRelationships", relations), folder, "Other", "Relationships", "Declared.xml");
        Save(Manifest(), folder, "Other", "Solution.xml");
        foreach (var role in world.Where(b => b.FirstWord == "role"))
        {
            var xml = RoleText.Read(role, IdOf(role.Text));
            Save(xml, folder, "Roles", xml.Attribute("name")!.Value + ".xml");
        }

        foreach (var api in world.Where(b => b.FirstWord == "api"))
        {
            CustomApiText.Write(api, Path.Combine(folder, "customapis"));
        }
    }

    /// <summary>An id that is the same whenever the same name is declared.</summary>
    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static XElement ManyToMany(Block block)
    {
        var (heading, tables) = block.Text["many-to-many".Length..].AtColon();
        var both = (tables ?? string.Empty).At(',');
        return both.Count != 2
            ? throw block.Error("many-to-many NAME: TABLE, TABLE")
            : new XElement(
                "EntityRelationship",
                new XAttribute("Name", heading),
                new XElement("EntityRelationshipType", "ManyToMany"),
                new XElement("IsCustomizable", "1"),
                new XElement("FirstEntityName", both[0]),
                new XElement("SecondEntityName", both[1]),
                new XElement("IntersectEntityName", heading));
    }

    private static XElement Manifest() => new(
        "ImportExportXml",
        new XAttribute("languagecode", "1033"),
        new XElement(
            "SolutionManifest",
            new XElement("UniqueName", "Conformance"),
            new XElement("Version", "1.0.0.0"),
            new XElement("Managed", "0"),
            new XElement("Publisher", new XElement("UniqueName", "conformance"), new XElement("CustomizationPrefix", "new"))));

    internal static void Save(XElement xml, params string[] path)
    {
        var file = Path.Combine(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        new XDocument(new XDeclaration("1.0", "utf-8", null), xml).Save(file);
    }
}
