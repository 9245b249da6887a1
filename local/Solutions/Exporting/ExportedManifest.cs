using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Solutions.Rows;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Exporting;

/// <summary>The manifest of an exported solution: version, name, publisher and members as their rows say.</summary>
internal sealed class ExportedManifest(Organization organization, Guid solution)
{
    private const int Both = 2;

    /// <summary>Kinds that a manifest names; of what is part of a table the table's place is there.</summary>
    private static readonly int[] Named =
    [
        ComponentTypes.Table, ComponentTypes.Choice, ComponentTypes.Role, ComponentTypes.Workflow, ComponentTypes.Form, ComponentTypes.WebResource,
        ComponentTypes.SiteMap, ComponentTypes.FieldSecurityProfile, ComponentTypes.App, ComponentTypes.EnvironmentVariable,
    ];

    public void Apply(Dictionary<string, byte[]> files)
    {
        var document = PackageXml.Read(files[PackageManifest.Path]);
        var manifest = document.Root!.Element("SolutionManifest")!;
        var table = organization.Table("solution");
        var row = organization.Rows.Read(table, solution, [table["version"], table["friendlyname"], table["description"], table["publisherid"]])!;
        Set(manifest, "Version", row.GetAttributeValue<string>("version")!);
        Label(manifest, "LocalizedNames", "LocalizedName", row.GetAttributeValue<string>("friendlyname"));
        Label(manifest, "Descriptions", "Description", row.GetAttributeValue<string>("description"));
        if (manifest.Element("Publisher") is { HasElements: false } publisher && row.GetAttributeValue<EntityReference>("publisherid") is { } reference)
        {
            Fill(publisher, reference.Id);
        }

        AddMembers(manifest.Element("RootComponents")!);

        // The packager packs either kind from it, and says which.
        Set(manifest, "Managed", Both.ToString(System.Globalization.CultureInfo.InvariantCulture));
        files[PackageManifest.Path] = PackageXml.Write(document);
    }

    private static void Set(XElement manifest, string name, string value) => manifest.SetElementValue(name, value);

    private static void Label(XElement manifest, string list, string item, string? text)
    {
        if (text is null || manifest.Child(list) is not { } labels || labels.Text()?.Text == text)
        {
            return;
        }

        labels.Elements().FirstOrDefault(e => e.Attribute("languagecode")?.Value == "1033")?.Remove();
        labels.AddFirst(new XElement(item, new XAttribute("description", text), new XAttribute("languagecode", 1033)));
    }

    private void Fill(XElement element, Guid publisher)
    {
        var table = organization.Table("publisher");
        var row = organization.Rows.Read(table, publisher, [table["uniquename"], table["friendlyname"], table["customizationprefix"], table["customizationoptionvalueprefix"]]);
        element.Add(
            new XElement("UniqueName", row?.GetAttributeValue<string>("uniquename")),
            new XElement("LocalizedNames", new XElement("LocalizedName", new XAttribute("description", row?.GetAttributeValue<string>("friendlyname") ?? ""), new XAttribute("languagecode", 1033))),
            new XElement("Descriptions"),
            new XElement("CustomizationPrefix", row?.GetAttributeValue<string>("customizationprefix")),
            new XElement("CustomizationOptionValuePrefix", row?.GetAttributeValue<int?>("customizationoptionvalueprefix") ?? 10000),
            new XElement("Addresses"));
    }

    private void AddMembers(XElement components)
    {
        var membership = organization.Solutions.Membership;
        var declared = components.Elements().Select(RootComponent.Read).Select(c => (c.Type, membership.Resolve(c))).ToHashSet();
        var missing = membership.Of(solution).Where(m => Named.Contains(m.Type) && !declared.Contains((m.Type, m.Id))).Select(Element).OfType<XElement>().ToList();
        if (missing.Count > 0)
        {
            components.Add(missing);
        }
    }

    private XElement? Element(Membership.Member member)
    {
        var metadata = organization.Metadata;
        var name = member.Type switch
        {
            ComponentTypes.Table => metadata.Tables.Values.FirstOrDefault(t => DefinitionIds.Of(t) == member.Id)?.Name,
            ComponentTypes.Choice => metadata.Choices.Values.FirstOrDefault(c => DefinitionIds.Of(c) == member.Id)?.Name,
            ComponentTypes.WebResource => Text("webresource", "name", member.Id),
            ComponentTypes.App => Text("appmodule", "uniquename", member.Id),
            ComponentTypes.SiteMap => Text("sitemap", "sitemapnameunique", member.Id),
            ComponentTypes.EnvironmentVariable => Text("environmentvariabledefinition", "schemaname", member.Id),

            // Forms of tables are in the table's files; dashboards stand by themselves.
            ComponentTypes.Form => Text("systemform", "objecttypecode", member.Id) is "none" ? "" : null,
            _ => organization.Solutions.Rows.Exists(ComponentTypes.TableOf(member.Type, metadata)!.Name, member.Id) ? "" : null,
        };
        return name is null ? null : new XElement(
            "RootComponent",
            new XAttribute("type", member.Type),
            name.Length > 0 ? new XAttribute("schemaName", name) : new XAttribute("id", member.Id.ToString("B")),
            new XAttribute("behavior", member.Behavior));
    }

    private string? Text(string tableName, string column, Guid id)
    {
        var table = organization.Table(tableName);
        return organization.Rows.Read(table, id, [table[column]])?.GetAttributeValue<string>(column);
    }
}
