using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration.Packages;

/// <summary>
/// Rows of pluginassembly and plugintype that a client writes itself: one signed assembly, whose types he registers one by one. Those of a
/// package are the package's.
/// </summary>
internal sealed class AssemblyRules(Organization organization)
{
    private const int Sandbox = 2;
    private const int Database = 0;
    private static readonly string[] OfTypes = ["name", "version", "culture", "publickeytoken"];

    /// <summary>What the row says of an assembly.</summary>
    public static void Describe(Entity row, AssemblyDescription assembly)
    {
        row["name"] = assembly.Name;
        row["version"] = assembly.Version.ToString();
        row["culture"] = assembly.Culture;
        row["publickeytoken"] = assembly.PublicKeyToken ?? "null";
    }

    /// <summary>The columns that follow from others: numbers of the version, and what a type says of its assembly.</summary>
    public void Complete(TableMetadata table, Entity target, bool isNew)
    {
        if (table.Name == RegistrationTables.Type && RowValues.Of(organization, table, target, isNew, "pluginassemblyid").Get<EntityReference>("pluginassemblyid") is { } reference)
        {
            var assemblies = organization.Table(RegistrationTables.Assembly);
            var assembly = organization.Rows.Read(assemblies, reference.Id, [.. OfTypes.Select(c => assemblies[c])]);
            target["assemblyname"] = assembly?.GetAttributeValue<string>("name");
            foreach (var column in OfTypes.Skip(1))
            {
                target[column] = assembly?.GetAttributeValue<string>(column);
            }

            target["isworkflowactivity"] = false;
        }

        if (Version.TryParse(target.GetAttributeValue<string>("version"), out var version))
        {
            target["major"] = version.Major;
            target["minor"] = version.Minor;
        }
    }

    public static void ForCreate(Entity target)
    {
        if (target.GetAttributeValue<OptionSetValue>("sourcetype") is { Value: not Database })
        {
            throw Faults.Argument("Plug-in assemblies are kept in the database (sourcetype 0).");
        }

        if (target.GetAttributeValue<EntityReference>("packageid") is not null)
        {
            throw Faults.Argument("The assemblies of a plug-in package are made from its content: create or update the package.");
        }

        if (target.GetAttributeValue<string>("content") is not { Length: > 0 } content)
        {
            throw RegistrationFaults.AssemblyContent("It has no content.");
        }

        var assembly = AssemblyDescription.Read(content);
        if (assembly.PublicKeyToken is null)
        {
            throw RegistrationFaults.Unsigned(assembly.Name);
        }

        Describe(target, assembly);
        target["isolationmode"] = new OptionSetValue(Sandbox);
    }

    public void ForUpdate(TableMetadata table, Entity target)
    {
        var stored = organization.Rows.Read(table, target.Id, [table["packageid"], table["name"], table["culture"], table["publickeytoken"]])
            ?? throw Faults.MissingRow(table.Name, target.Id);
        if (!target.Contains("content"))
        {
            // The rest is what the assembly says of itself.
            foreach (var column in new[] { "name", "version", "culture", "publickeytoken" })
            {
                target.Attributes.Remove(column);
            }

            return;
        }

        if (stored.GetAttributeValue<EntityReference>("packageid") is not null)
        {
            throw Faults.Argument("The content of a package's assembly is the package's: update the package.");
        }

        var assembly = AssemblyDescription.Read(target.GetAttributeValue<string>("content") ?? "");
        if (assembly.Name != stored.GetAttributeValue<string>("name") || assembly.PublicKeyToken != stored.GetAttributeValue<string>("publickeytoken")
            || assembly.Culture != stored.GetAttributeValue<string>("culture"))
        {
            throw RegistrationFaults.AssemblyContent("Name, culture and public key token can't change: register it as another assembly.");
        }

        if (Types(target.Id).Find(t => !assembly.Types.Contains(t.Name)) is { Name: { } missing })
        {
            throw RegistrationFaults.AssemblyContent($"The registered type {missing} is not in it.");
        }

        Describe(target, assembly);
    }

    /// <summary>A type that a client registers: a class of an assembly of its own.</summary>
    public void ForType(TableMetadata table, Entity target, bool isNew)
    {
        var row = RowValues.Of(organization, table, target, isNew, "typename", "pluginassemblyid");
        if (row.Get<EntityReference>("pluginassemblyid") is not { } reference)
        {
            throw Faults.Argument("Required field 'pluginassemblyid' is missing: a type belongs to an assembly.");
        }

        var assemblies = organization.Table(RegistrationTables.Assembly);
        var assembly = organization.Rows.Read(assemblies, reference.Id, [assemblies["name"], assemblies["packageid"], assemblies["content"]]);
        if (assembly is null || row.Get<string>("typename") is not { } type || !(isNew || row.Writes("typename") || row.Writes("pluginassemblyid")))
        {
            return;
        }

        if (assembly.GetAttributeValue<EntityReference>("packageid") is not null)
        {
            throw Faults.Argument("The types of a plug-in package are made from its content: create or update the package.");
        }

        if (!AssemblyDescription.Read(assembly.GetAttributeValue<string>("content") ?? "").Types.Contains(type))
        {
            throw RegistrationFaults.AssemblyContent($"{assembly.GetAttributeValue<string>("name")} has no public class {type} that implements IPlugin.");
        }

        if (isNew)
        {
            Default(target, "name", type);
            Default(target, "friendlyname", Guid.NewGuid().ToString());
        }
    }

    /// <summary>The registered types of an assembly.</summary>
    public List<(Guid Id, string Name)> Types(Guid assembly) => organization.Database
        .Prepare($"SELECT plugintypeid, typename FROM {RegistrationTables.Type} WHERE pluginassemblyid = @0")
        .List([Cells.ToBytes(assembly)], r => (Cells.ToGuid(r.GetFieldValue<byte[]>(0)), r.GetString(1)));

    /// <summary>Refuses to let a type go that steps run.</summary>
    public void DemandUnused(Guid id)
    {
        var steps = (long)organization.Database.Prepare($"SELECT count(*) FROM {RegistrationTables.Step} WHERE eventhandler = @0").Value(Cells.ToBytes(id))!;
        if (steps > 0)
        {
            var name = organization.Database.Prepare($"SELECT typename FROM {RegistrationTables.Type} WHERE plugintypeid = @0").Value(Cells.ToBytes(id));
            throw RegistrationFaults.TypeInUse((string)name!, steps);
        }
    }

    /// <summary>The package that an assembly or type came with.</summary>
    public Guid? PackageOf(string table, Guid id) => (organization.Database.Prepare(table == RegistrationTables.Assembly
            ? "SELECT packageid FROM pluginassembly WHERE pluginassemblyid = @0"
            : "SELECT a.packageid FROM plugintype t JOIN pluginassembly a ON a.pluginassemblyid = t.pluginassemblyid WHERE t.plugintypeid = @0")
        .Value(Cells.ToBytes(id)) as byte[]) is { } package ? Cells.ToGuid(package) : null;

    private static void Default(Entity row, string column, string value)
    {
        if (row.GetAttributeValue<string>(column) is null or "")
        {
            row[column] = value;
        }
    }
}
