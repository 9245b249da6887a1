using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Solutions.Components;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Exporting;

/// <summary>
/// Files of components that were made here or that another solution brought: forms, views, charts, web resources and environment variables.
/// Of other kinds nothing is written.
/// </summary>
internal sealed class NewFiles(Organization organization, Dictionary<string, byte[]> files)
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public void Add(TableMetadata table, Guid id)
    {
        if (organization.Rows.Read(organization.Table(table.Name), id, [.. table.Columns]) is not { } row)
        {
            return;
        }

        switch (table.Name)
        {
            case "systemform":
                Form(row);
                break;
            case "savedquery":
                View(row);
                break;
            case "savedqueryvisualization":
                Chart(row);
                break;
            case "webresource":
                WebResource(row);
                break;
            case "environmentvariabledefinition":
                Variable(row);
                break;
        }
    }

    private static string? Text(Entity row, string column) => row.GetAttributeValue<string>(column);

    private static int Number(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value ?? 0;

    private static int Flag(Entity row, string column) => row.GetAttributeValue<bool?>(column) == true ? 1 : 0;

    private static XElement Labels(string list, string item, string? text) => text is null
        ? new XElement(list)
        : new XElement(list, new XElement(item, new XAttribute("description", text), new XAttribute("languagecode", 1033)));

    private static XElement? Xml(string? text) => text is { Length: > 0 } ? SolutionXml.Parse(text) : null;

    private static XElement Root(string name, params object?[] content) => new(name, content, new XAttribute(XNamespace.Xmlns + "xsi", Instance));

    private void Form(Entity row)
    {
        var type = Number(row, "type");
        if (Text(row, "objecttypecode") is not { } table || table == "none")
        {
            Section("Dashboards");
            Put($"Dashboards/{row.Id:B}.xml", Root(
                "Dashboard",
                Labels("LocalizedNames", "LocalizedName", Text(row, "name")),
                Labels("Descriptions", "Description", Text(row, "description")),
                new XElement("FormId", row.Id.ToString("B")),
                new XElement("IsCustomizable", 1),
                new XElement("IsDefault", Flag(row, "isdefault")),
                new XElement("FormXml", new XElement("forms", new XAttribute("type", "dashboard"), Xml(Text(row, "formxml"))))));
            return;
        }

        Put($"{Folder(table, "FormXml")}/FormXml/{TableParts.FolderOf(type)}/{row.Id:B}.xml", Root("forms", new XElement(
            "systemform",
            new XElement("formid", row.Id.ToString("B")),
            new XElement("IntroducedVersion", Text(row, "introducedversion") ?? "1.0.0.0"),
            new XElement("FormPresentation", Number(row, "formpresentation")),
            new XElement("FormActivationState", Number(row, "formactivationstate")),
            Xml(Text(row, "formxml")),
            new XElement("IsCustomizable", 1),
            new XElement("CanBeDeleted", 1),
            Labels("LocalizedNames", "LocalizedName", Text(row, "name")),
            Labels("Descriptions", "Description", Text(row, "description")))));
    }

    private void View(Entity row)
    {
        if (Text(row, "returnedtypecode") is { } table)
        {
            Put($"{Folder(table, "SavedQueries")}/SavedQueries/{row.Id:B}.xml", Root("savedqueries", new XElement(
                "savedquery",
                new XElement("IsCustomizable", 1),
                new XElement("CanBeDeleted", 1),
                new XElement("isquickfindquery", Flag(row, "isquickfindquery")),
                new XElement("isprivate", 0),
                new XElement("isdefault", Flag(row, "isdefault")),
                new XElement("savedqueryid", row.Id.ToString("B")),
                new XElement("layoutxml", Xml(Text(row, "layoutxml"))),
                new XElement("querytype", row.GetAttributeValue<int?>("querytype") ?? 0),
                new XElement("fetchxml", Xml(Text(row, "fetchxml"))),
                new XElement("IntroducedVersion", Text(row, "introducedversion") ?? "1.0.0.0"),
                Labels("LocalizedNames", "LocalizedName", Text(row, "name")),
                Labels("Descriptions", "Description", Text(row, "description")))));
        }
    }

    private void Chart(Entity row)
    {
        if (Text(row, "primaryentitytypecode") is { } table)
        {
            Put($"{Folder(table, "Visualizations")}/Visualizations/{row.Id:B}.xml", Root(
                "visualization",
                new XElement("savedqueryvisualizationid", row.Id.ToString("B")),
                new XElement("datadescription", Xml(Text(row, "datadescription"))),
                new XElement("presentationdescription", Xml(Text(row, "presentationdescription"))),
                new XElement("isdefault", Flag(row, "isdefault")),
                Labels("LocalizedNames", "LocalizedName", Text(row, "name")),
                Labels("Descriptions", "Description", Text(row, "description"))));
        }
    }

    private void WebResource(Entity row)
    {
        Section("WebResources");
        var name = Text(row, "name")!;
        files[$"WebResources/{name}"] = Convert.FromBase64String(Text(row, "content") ?? "");
        Put($"WebResources/{name}.data.xml", Root(
            "WebResource",
            new XElement("WebResourceId", row.Id.ToString("B")),
            new XElement("Name", name),
            new XElement("DisplayName", Text(row, "displayname")),
            new XElement("WebResourceType", Number(row, "webresourcetype")),
            new XElement("IntroducedVersion", Text(row, "introducedversion") ?? "1.0.0.0"),
            new XElement("IsCustomizable", 1),
            new XElement("CanBeDeleted", 1),
            new XElement("FileName", $"/WebResources/{string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_'))}{row.Id.ToString("D").ToUpperInvariant()}")));
    }

    private void Variable(Entity row)
    {
        var name = Text(row, "schemaname")!;
        files[$"environmentvariabledefinitions/{name}/environmentvariabledefinition.xml"] = PackageXml.Write(
            new XDocument(new XElement(
                "environmentvariabledefinition",
                new XAttribute("schemaname", name),
                Text(row, "defaultvalue") is { } value ? new XElement("defaultvalue", value) : null,
                Described("description", Text(row, "description")),
                Described("displayname", Text(row, "displayname")),
                new XElement("introducedversion", Text(row, "introducedversion") ?? "1.0.0.0"),
                new XElement("iscustomizable", 1),
                new XElement("isrequired", Flag(row, "isrequired")),
                new XElement("secretstore", Number(row, "secretstore")),
                new XElement("type", Number(row, "type").ToString(CultureInfo.InvariantCulture)))),
            asFragment: true);
    }

    private static XElement? Described(string name, string? text) => text is null ? null : new XElement(
        name, new XAttribute("default", text), new XElement("label", new XAttribute("description", text), new XAttribute("languagecode", 1033)));

    private void Put(string path, XElement root) => files[path] = PackageXml.Write(new XDocument(root));

    /// <summary>The folder of a table, with a place for these parts in its file.</summary>
    private string Folder(string tableName, string part)
    {
        var table = organization.Table(tableName);
        var folder = "Entities/" + (files.Keys.Select(p => p.Split('/')).FirstOrDefault(p => p is ["Entities", var name, ..] && name.Equals(tableName, StringComparison.OrdinalIgnoreCase))?[1] ?? table.SchemaName);
        var path = folder + "/Entity.xml";
        var document = files.TryGetValue(path, out var known) ? PackageXml.Read(known) : new XDocument(Root(
            "Entity",
            new XElement("Name", new XAttribute("LocalizedName", table.DisplayName), new XAttribute("OriginalName", table.DisplayName), table.SchemaName),
            new XElement("ObjectTypeCode", table.ObjectTypeCode)));
        if (document.Root!.Element(part) is null)
        {
            string[] order = ["FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml"];
            var next = document.Root.Elements().FirstOrDefault(e => Array.IndexOf(order, e.Name.LocalName) > Array.IndexOf(order, part));
            if (next is null)
            {
                document.Root.Add(new XElement(part));
            }
            else
            {
                next.AddBeforeSelf(new XElement(part));
            }

            files[path] = PackageXml.Write(document);
        }

        return folder;
    }

    private void Section(string name)
    {
        var document = PackageXml.Read(files[EmptyPackage.Customizations]);
        if (EmptyPackage.Require(document.Root!, name))
        {
            files[EmptyPackage.Customizations] = PackageXml.Write(document);
        }
    }
}
