using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration.Packages;

/// <summary>What a row of pluginpackage has to fit. Its name and version can't change once it is there; its content can.</summary>
internal sealed class PackageRules(Organization organization)
{
    public void ForCreate(TableMetadata table, Entity target)
    {
        var name = target.GetAttributeValue<string>("name");
        CheckPrefix(name);
        if (target.GetAttributeValue<string>("content") is not { Length: > 0 } content)
        {
            throw RegistrationFaults.Package("it has no content.");
        }

        var file = PackageFile.Read(content);
        if (AssemblyDescription.Read(file).Count == 0)
        {
            throw RegistrationFaults.Package($"none of its assemblies ({string.Join(", ", file.Assemblies.Keys.Order())}) has a public class that implements IPlugin.");
        }

        if (target.GetAttributeValue<string>("uniquename") is { } unique
            && organization.Rows.Find(table, table["uniquename"], unique).Count > 0)
        {
            throw RegistrationFaults.Duplicate(table.Name, "uniquename", unique);
        }
    }

    public void ForUpdate(TableMetadata table, Entity target)
    {
        var stored = organization.Rows.Read(table, target.Id, [table["name"], table["version"]]) ?? throw Faults.MissingRow(table.Name, target.Id);
        foreach (var column in new[] { "name", "version" })
        {
            if (target.Contains(column) && target.GetAttributeValue<string>(column) != stored.GetAttributeValue<string>(column))
            {
                throw RegistrationFaults.Fixed(column);
            }
        }

        if (target.Contains("content") && target.GetAttributeValue<string>("content") is null or "")
        {
            throw RegistrationFaults.Package("it has no content.");
        }
    }

    // Where an environment has no publisher of its own yet, any prefix will do.
    private void CheckPrefix(string? name)
    {
        var prefixes = organization.Metadata.Find("publisher") is { } publisher && publisher.Has("customizationprefix")
            ? organization.Database.Prepare("SELECT customizationprefix FROM publisher WHERE customizationprefix IS NOT NULL").List([], r => r.GetString(0))
            : [];
        var at = name?.IndexOf('_', System.StringComparison.Ordinal) ?? -1;
        if (at <= 0 || (prefixes.Count > 0 && !prefixes.Contains(name![..at], System.StringComparer.OrdinalIgnoreCase)))
        {
            throw RegistrationFaults.NoPrefix(name);
        }
    }
}
