using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration.Packages;

/// <summary>
/// The rows that follow from a package's content: an assembly for each that has plug-in classes, and its types. They keep their ids; what is
/// gone from the content goes, unless steps use it.
/// <see href="https://learn.microsoft.com/power-platform/developer/howto/cli-create-package#plug-in-package-management">Plug-in package management</see>
/// </summary>
internal sealed class PackageSync(Organization organization, AssemblyRules rules)
{
    private const int Sandbox = 2;
    private const int FileStore = 4;

    public void Apply(Guid package, string uniqueName, string content, Caller caller)
    {
        var wanted = AssemblyDescription.Read(PackageFile.Read(content));
        if (wanted.Count == 0)
        {
            throw RegistrationFaults.Package("none of its assemblies has a public class that implements IPlugin.");
        }

        var stored = Assemblies(package);
        foreach (var (id, name) in stored)
        {
            var present = wanted.FirstOrDefault(w => w.Name == name);
            foreach (var type in rules.Types(id).Where(t => present?.Types.Contains(t.Name) != true))
            {
                rules.DemandUnused(type.Id);
                organization.Writer.Remove(organization.Table(RegistrationTables.Type), type.Id, caller);
            }

            if (present is null)
            {
                organization.Writer.Remove(organization.Table(RegistrationTables.Assembly), id, caller);
            }
        }

        foreach (var assembly in wanted)
        {
            Write(package, uniqueName, assembly, stored.Find(s => s.Name == assembly.Name).Id, caller);
        }
    }

    private void Write(Guid package, string uniqueName, AssemblyDescription assembly, Guid id, Caller caller)
    {
        var table = organization.Table(RegistrationTables.Assembly);
        var isNew = id == Guid.Empty;
        var row = new Entity(table.Name, isNew ? NewId() : id);
        AssemblyRules.Describe(row, assembly);
        if (isNew)
        {
            row["packageid"] = new EntityReference(RegistrationTables.Package, package);
            row["isolationmode"] = new OptionSetValue(Sandbox);
            row["sourcetype"] = new OptionSetValue(FileStore);
            organization.Writer.Insert(table, row, caller);
        }
        else
        {
            organization.Writer.Store(table, row, caller);
        }

        var types = rules.Types(row.Id).ToDictionary(t => t.Name, t => t.Id, StringComparer.Ordinal);
        foreach (var type in assembly.Types)
        {
            Write(row.Id, uniqueName, type, types.GetValueOrDefault(type), caller);
        }
    }

    private void Write(Guid assembly, string uniqueName, string type, Guid id, Caller caller)
    {
        var table = organization.Table(RegistrationTables.Type);
        var isNew = id == Guid.Empty;
        var row = new Entity(table.Name, isNew ? NewId() : id);
        if (isNew)
        {
            row["typename"] = type;
            row["name"] = type;
            row["friendlyname"] = Guid.NewGuid().ToString();
            row["plugintypeexportkey"] = DefinitionIds.Of($"plugintype:{uniqueName}:{type}").ToString();
            row["pluginassemblyid"] = new EntityReference(RegistrationTables.Assembly, assembly);
            organization.Writer.Insert(table, row, caller);
        }
        else
        {
            organization.Writer.Store(table, row, caller);
        }
    }

    private Guid NewId() => Guid.CreateVersion7(organization.Options.Clock.GetUtcNow());

    private List<(Guid Id, string Name)> Assemblies(Guid package) => organization.Database
        .Prepare($"SELECT pluginassemblyid, name FROM {RegistrationTables.Assembly} WHERE packageid = @0")
        .List([Cells.ToBytes(package)], r => (Cells.ToGuid(r.GetFieldValue<byte[]>(0)), r.GetString(1)));
}
