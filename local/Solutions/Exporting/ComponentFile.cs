using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Solutions.Components;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Exporting;

/// <summary>Writes a column of a component's row into the file that describes the component.</summary>
internal static class ComponentFile
{
    /// <summary>Files of newer kinds of component have no XML declaration.</summary>
    public static bool IsFragment(string path) =>
        path.StartsWith("customapis/", StringComparison.Ordinal) || path.StartsWith("environmentvariabledefinitions/", StringComparison.Ordinal) || path.StartsWith("duplicaterules/", StringComparison.Ordinal);

    public static void Set(XElement root, Component component, ColumnMetadata column, object? value)
    {
        var element = Element(root, component);
        switch (column.Name)
        {
            case "formxml":
                Replace(root.Name.LocalName == "Dashboard" ? root.Child("FormXml")!.Child("forms")! : element, "form", value);
                break;
            case "sitemapxml":
                Replace(root, "SiteMap", value);
                break;
            case "fetchxml" or "layoutxml" or "columnsetxml" or "datadescription" or "presentationdescription":
                Within(element, column.Name, value);
                break;
            case "name" or "sitemapname" when element.Child("LocalizedNames") is not null:
                Label(element, "LocalizedNames", "LocalizedName", value as string);
                break;
            case "description" when element.Child("description") is null:
                Label(element, "Descriptions", "Description", value as string);
                break;
            default:
                if (element.Elements().FirstOrDefault(e => e.Name.LocalName.Equals(column.Name, StringComparison.OrdinalIgnoreCase)) is { HasElements: false } known)
                {
                    known.Value = Text(value);
                }

                break;
        }
    }

    private static XElement Element(XElement root, Component component) => component.Table switch
    {
        "systemform" when root.Name.LocalName != "Dashboard" => root.Elements().First(e => Guid.TryParse(e.Text("formid"), out var id) && id == component.Id),
        "savedquery" => root.Elements().First(e => Guid.TryParse(e.Text("savedqueryid"), out var id) && id == component.Id),
        _ => root,
    };

    private static void Replace(XElement element, string name, object? value)
    {
        if (value is string text)
        {
            var now = SolutionXml.Parse(text);
            if (element.Child(name) is { } old)
            {
                old.ReplaceWith(now);
            }
            else
            {
                element.Add(now);
            }
        }
    }

    private static void Within(XElement element, string name, object? value)
    {
        var container = element.Child(name);
        if (container is null)
        {
            element.Add(container = new XElement(name));
        }

        container.RemoveNodes();
        if (value is string text)
        {
            container.Add(SolutionXml.Parse(text));
        }
    }

    private static void Label(XElement element, string list, string item, string? text)
    {
        if (element.Child(list) is not { } labels)
        {
            element.Add(labels = new XElement(list));
        }

        labels.Elements().FirstOrDefault(e => e.Attribute("languagecode")?.Value == "1033")?.Remove();
        if (text is not null)
        {
            labels.AddFirst(new XElement(item, new XAttribute("description", text), new XAttribute("languagecode", 1033)));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "1" : "0",
        OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
        Guid id => id.ToString("B"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
