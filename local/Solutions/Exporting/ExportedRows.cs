using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Solutions.Components;
using CrmAddon.Local.Solutions.Rows;

namespace CrmAddon.Local.Solutions.Exporting;

/// <summary>Brings a solution's files to what the rows of its components say.</summary>
internal sealed class ExportedRows(Organization organization, Guid solution)
{
    private const string Description = ".data.xml";

    /// <summary>Columns whose text is a file beside the one that describes it.</summary>
    private static readonly HashSet<string> Beside = new(StringComparer.Ordinal) { "content", "xaml", "clientdata" };

    public void Apply(Dictionary<string, byte[]> files)
    {
        var known = new HashSet<(string, Guid)>();
        foreach (var component in ComponentReader.Read(new MemoryTree("solution.zip", files)))
        {
            known.Add((component.Table, component.Id));
            Apply(files, component);
        }

        ApplyVariables(files, known);
        foreach (var member in organization.Solutions.Membership.Of(solution))
        {
            if (ComponentTypes.TableOf(member.Type, organization.Metadata) is { } table && !known.Contains((table.Name, member.Id)))
            {
                new NewFiles(organization, files).Add(table, member.Id);
            }
        }
    }

    private void Apply(Dictionary<string, byte[]> files, Component component)
    {
        // Parts of apps and rules come and go with the file that they are in.
        if (component.Table is "appmodulecomponent" or "appmoduleroles" or "duplicaterulecondition" || organization.Metadata.Find(component.Table) is not { } table)
        {
            return;
        }

        List<ColumnMetadata> columns = [.. component.Values.Keys.Select(table.Find).OfType<ColumnMetadata>().Where(c => c.Type is not (ColumnType.Id or ColumnType.Lookup))];
        if (organization.Rows.Read(organization.Table(component.Table), component.Id, columns) is not { } row)
        {
            Remove(files, component.File.Path);
            return;
        }

        var changes = columns
            .Select(c => (Column: c, Now: row.Attributes.TryGetValue(c.Name, out var now) ? now : null))
            .Where(c => !ComponentValues.Same(c.Now, ComponentValues.Of(c.Column, component.Values[c.Column.Name]))).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        var document = PackageXml.Read(files[component.File.Path]);
        foreach (var (column, now) in changes)
        {
            if (Beside.Contains(column.Name))
            {
                files[component.File.Path[..^Description.Length]] = column.Name == "content" ? Convert.FromBase64String((string?)now ?? "") : Encoding.UTF8.GetBytes((string?)now ?? "");
            }
            else
            {
                ComponentFile.Set(document.Root!, component, column, now);
            }
        }

        files[component.File.Path] = PackageXml.Write(document, asFragment: ComponentFile.IsFragment(component.File.Path));
    }

    private static void Remove(Dictionary<string, byte[]> files, string path)
    {
        files.Remove(path);
        if (path.EndsWith(Description, StringComparison.Ordinal))
        {
            files.Remove(path[..^Description.Length]);
        }
    }

    private void ApplyVariables(Dictionary<string, byte[]> files, HashSet<(string, Guid)> known)
    {
        const string Table = "environmentvariabledefinition";
        if (organization.Metadata.Find(Table) is not { } table)
        {
            return;
        }

        foreach (var path in files.Keys.Where(p => p.EndsWith($"/{Table}.xml", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            var document = PackageXml.Read(files[path]);
            var id = DefinitionIds.Of("variable:" + document.Root!.RequiredAttribute("schemaname").ToLowerInvariant());
            known.Add((Table, id));
            if (organization.Rows.Read(table, id, [table["defaultvalue"]]) is not { } row)
            {
                files.Remove(path);
            }
            else if (row.GetAttributeValue<string>("defaultvalue") is var now && (now ?? "") != (document.Root!.Child("defaultvalue")?.Value ?? ""))
            {
                document.Root!.Child("defaultvalue")?.Remove();
                if (now is not null)
                {
                    document.Root!.AddFirst(new XElement("defaultvalue", now));
                }

                files[path] = PackageXml.Write(document, asFragment: true);
            }
        }
    }
}
