using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Declaring;

/// <summary>A one-to-many relation as an element of Other/Relationships.</summary>
internal sealed class RelationText(string name, string parent, string child, string column)
{
    private static readonly Dictionary<string, string> Elements = new()
    {
        ["assign"] = "CascadeAssign",
        ["delete"] = "CascadeDelete",
        ["archive"] = "CascadeArchive",
        ["reparent"] = "CascadeReparent",
        ["share"] = "CascadeShare",
        ["unshare"] = "CascadeUnshare",
        ["merge"] = "CascadeMerge",
    };

    private static readonly Dictionary<string, string> Cascades = new()
    {
        ["none"] = "NoCascade",
        ["all"] = "Cascade",
        ["active"] = "Active",
        ["owned"] = "UserOwned",
        ["remove-link"] = "RemoveLink",
        ["restrict"] = "Restrict",
    };

    private readonly Dictionary<string, string> _cascades = new()
    {
        ["CascadeAssign"] = "NoCascade",
        ["CascadeDelete"] = "RemoveLink",
        ["CascadeReparent"] = "NoCascade",
        ["CascadeShare"] = "NoCascade",
        ["CascadeUnshare"] = "NoCascade",
    };

    public string Name { get; set; } = name;

    public string Parent { get; } = parent;

    public bool IsHierarchical { get; set; }

    /// <summary>What happens to the parent happens to the children.</summary>
    public void Parental()
    {
        foreach (var action in _cascades.Keys.ToList())
        {
            _cascades[action] = "Cascade";
        }
    }

    public void Set(Block block, string action, string cascade)
    {
        if (!Elements.TryGetValue(action, out var element) || !Cascades.TryGetValue(cascade, out var value))
        {
            throw block.Error($"'on {action} {cascade}': actions are {string.Join(", ", Elements.Keys)}, cascades are {string.Join(", ", Cascades.Keys)}.");
        }

        _cascades[element] = value;
    }

    public XElement ToXml() => new(
        "EntityRelationship",
        new XAttribute("Name", Name),
        new XElement("EntityRelationshipType", "OneToMany"),
        new XElement("IsCustomizable", "1"),
        new XElement("IsHierarchical", IsHierarchical ? "1" : "0"),
        new XElement("ReferencingEntityName", child),
        new XElement("ReferencedEntityName", Parent),
        _cascades.Select(c => new XElement(c.Key, c.Value)),
        new XElement("ReferencingAttributeName", column));
}
