using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Worker.Deployment.Comparing;

/// <summary>What the parts of a component's file are known by, and what people call them.</summary>
internal static class PartName
{
    private const string English = "1033";

    private static readonly string[] Keys = ["PhysicalName", "Name", "name", "id", "Id", "uniquename", "schemaname", "value", "languagecode", "LCID", "forControl"];

    // Empty: it is there in every file of the kind, and says nothing.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["attribute"] = "column", ["cell"] = "column", ["control"] = "field", ["Description"] = "description", ["displayname"] = "name", ["entity"] = "", ["EntityKey"] = "key",
        ["EntityRelationship"] = "relation", ["FieldPermission"] = "permission on", ["FieldSecurityProfile"] = "profile", ["grid"] = "", ["LocalizedCollectionName"] = "plural name",
        ["LocalizedName"] = "name", ["RolePrivilege"] = "privilege", ["row"] = "", ["SubArea"] = "entry", ["systemform"] = "", ["savedquery"] = "",
    };

    /// <summary>What tells an element from its like; null when nothing does but its place.</summary>
    public static string? Key(XElement element) => element.Name.LocalName switch
    {
        "FieldPermission" => $"{(string?)element.Element("EntityName")}.{(string?)element.Element("AttributeName")}",
        "AttributeName" => element.Value,
        "order" => (string?)element.Attribute("attribute"),
        // Of custom APIs and settings: a text with its translations.
        "displayname" or "description" when element.HasElements => "",
        _ => Keys.Select(key => (string?)element.Attribute(key)).FirstOrDefault(value => value is not null)
            ?? (string?)element.Element("Name") ?? (string?)element.Element("savedqueryid") ?? (string?)element.Element("formid"),
    };

    /// <summary>Whether an attribute is the text itself of an element that is there for one, so that its name says nothing.</summary>
    public static bool IsText(XElement element, string attribute) =>
        (attribute is "description" or "Title" && Language(element) is not null) || (attribute == "default" && element.Name.LocalName is "displayname" or "description");

    /// <summary>The name of a place that is an element inside another place.</summary>
    public static string In(string place, XElement element) => string.Join(", ", new[] { place, Own(element) }.Where(part => part.Length > 0));

    /// <summary>As <see cref="In"/>, of an element that comes or goes as a whole: with what a person wants to know of it.</summary>
    public static string Whole(string place, XElement element)
    {
        var name = In(place, Own(element).Length > 0 ? element : new XElement(element.Name.LocalName));
        var detail = element.Name.LocalName switch
        {
            "RolePrivilege" => (string?)element.Attribute("level"),
            "option" => Label(element),
            "cell" => (string?)element.Descendants("control").FirstOrDefault()?.Attribute("id"),
            _ => null,
        };
        return string.IsNullOrEmpty(detail) ? name : $"{name} ({detail})";
    }

    private static string Own(XElement element)
    {
        var name = element.Name.LocalName;
        var word = Words.GetValueOrDefault(name, name);
        if (Language(element) is { } language)
            return name == "label" && element.Parent?.Name.LocalName is "displayname" or "description" ? Suffix(language).Trim() : word + Suffix(language);
        // Ids and inner names of what people see by its label.
        if (name is "tab" or "section" or "Area" or "Group" or "SubArea" && Label(element) is { } label)
            return $"{word} {label}";
        if (Guid.TryParse(Key(element), out _))
            return Label(element) is { } title ? name == "cell" ? title : $"{word} {title}" : "";
        return word.Length > 0 && Key(element) is { Length: > 0 } key ? $"{word} {key}" : word;
    }

    private static string? Language(XElement element) => (string?)element.Attribute("languagecode") ?? (string?)element.Attribute("LCID");

    private static string Suffix(string language) => language == English ? "" : $" ({language})";

    private static string? Label(XElement element)
    {
        var labels = element.Elements().Where(child => child.Name.LocalName is "labels" or "Titles").Elements().ToList();
        var text = labels.Find(label => Language(label) == English) ?? labels.FirstOrDefault();
        return ((string?)text?.Attribute("description") ?? (string?)text?.Attribute("Title")) is { Length: > 0 } found ? found : null;
    }
}
