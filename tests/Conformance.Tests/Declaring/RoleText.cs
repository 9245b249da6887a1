using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Declaring;

/// <summary>
/// A role (<c>role Seller</c> with lines <c>account: read unit, write user</c>) as a file of Roles/. Depths: user, unit, deep (the unit
/// and those below), organization.
/// </summary>
internal static class RoleText
{
    private const string TeamOnly = ", team privileges only";

    private static readonly Dictionary<string, string> Depths = new()
    {
        ["user"] = "Basic",
        ["unit"] = "Local",
        ["deep"] = "Deep",
        ["organization"] = "Global",
    };

    private static readonly Dictionary<string, string> Rights = new()
    {
        ["create"] = "Create",
        ["read"] = "Read",
        ["write"] = "Write",
        ["delete"] = "Delete",
        ["append"] = "Append",
        ["append-to"] = "AppendTo",
        ["assign"] = "Assign",
        ["share"] = "Share",
    };

    public static XElement Read(Block block, Guid id)
    {
        var privileges = block.Children.SelectMany(line =>
        {
            var (table, rights) = line.Text.AtColon();
            return (rights ?? throw line.Error("TABLE: RIGHT DEPTH, RIGHT DEPTH")).At(',').SelectMany(r => Privileges(line, table, r));
        });
        var name = block.Text["role".Length..].Trim();
        return new XElement(
            "Role",
            new XAttribute("id", id.ToString("B")),
            new XAttribute("name", name.Replace(TeamOnly, string.Empty, StringComparison.Ordinal)),
            new XAttribute("isinherited", name.EndsWith(TeamOnly, StringComparison.Ordinal) ? "0" : "1"),
            new XElement("RolePrivileges", privileges));
    }

    private static IEnumerable<XElement> Privileges(Block line, string table, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !Depths.TryGetValue(words[1], out var depth))
        {
            throw line.Error($"'{text}' is no RIGHT DEPTH; depths are {string.Join(", ", Depths.Keys)}.");
        }

        if (table == "privilege")
        {
            return [Privilege(words[0], depth)]; // one that belongs to no table, by its name
        }

        var rights = words[0] == "everything" ? Rights.Values.ToList()
            : Rights.TryGetValue(words[0], out var right) ? [right]
            : throw line.Error($"'{words[0]}' is no right; there are {string.Join(", ", Rights.Keys)} and everything.");
        return rights.Select(r => Privilege($"prv{r}{table}", depth));
    }

    private static XElement Privilege(string name, string depth) =>
        new("RolePrivilege", new XAttribute("name", name), new XAttribute("level", depth));
}
