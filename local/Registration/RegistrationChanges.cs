using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Registration.Packages;
using CrmAddon.Local.Registration.Running;
using CrmAddon.Local.Registration.Steps;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration;

/// <summary>What the platform itself does when rows of plug-in registration are written: it completes, checks and follows them.</summary>
internal sealed class RegistrationChanges(Organization organization, PluginContents contents)
{
    private readonly StepRules _steps = new(organization);
    private readonly ImageRules _images = new(organization);
    private readonly PackageRules _packages = new(organization);
    private readonly AssemblyRules _assemblies = new(organization);
    private readonly HashSet<Guid> _leaving = []; // packages that are being deleted with all they brought

    // Rows that follow from a package's content are the platform's own writing.
    private bool _follows;

    public void Creating(TableMetadata table, Entity target) => Writing("Create", table, target, isNew: true);

    public void Created(TableMetadata table, Entity target, Caller caller)
    {
        if (table.Name == RegistrationTables.Package)
        {
            Follow(target.Id, target.GetAttributeValue<string>("uniquename") ?? "", target.GetAttributeValue<string>("content")!, caller);
        }
    }

    public void Updating(TableMetadata table, Entity target) => Writing("Update", table, target, isNew: false);

    public void Updated(TableMetadata table, Entity target, Caller caller)
    {
        if (table.Name is not (RegistrationTables.Package or RegistrationTables.Assembly) || target.GetAttributeValue<string>("content") is not { } content)
        {
            return;
        }

        contents.Changed(target.Id);
        if (table.Name == RegistrationTables.Package)
        {
            var unique = organization.Rows.Read(table, target.Id, [table["uniquename"]])!.GetAttributeValue<string>("uniquename");
            Follow(target.Id, unique ?? "", content, caller);
        }
    }

    public void Deleting(TableMetadata table, Guid id)
    {
        if (!RegistrationTables.Decides(table.Name))
        {
            return;
        }

        RefuseMessages("Delete", table);
        switch (table.Name)
        {
            case RegistrationTables.Package:
                _leaving.Add(id);
                break;
            case RegistrationTables.Assembly or RegistrationTables.Type when _assemblies.PackageOf(table.Name, id) is { } package && !_leaving.Contains(package):
                throw RegistrationFaults.PartOfPackage(table.Name == RegistrationTables.Assembly ? "plug-in assembly" : "plug-in type");
            case RegistrationTables.Type:
                _assemblies.DemandUnused(id);
                break;
        }
    }

    public void Deleted(TableMetadata table, Guid id)
    {
        if (table.Name is RegistrationTables.Package or RegistrationTables.Assembly)
        {
            _leaving.Remove(id);
            contents.Changed(id);
        }
    }

    public void RolledBack()
    {
        _leaving.Clear();
        _follows = false;
    }

    private void Writing(string message, TableMetadata table, Entity target, bool isNew)
    {
        if (!RegistrationTables.Decides(table.Name))
        {
            return;
        }

        RefuseMessages(message, table);
        if (!_follows)
        {
            Check(table, target, isNew);
        }

        if (table.Name is RegistrationTables.Assembly or RegistrationTables.Type)
        {
            _assemblies.Complete(table, target, isNew);
        }
    }

    private void Check(TableMetadata table, Entity target, bool isNew)
    {
        switch (table.Name)
        {
            case RegistrationTables.Package when isNew:
                _packages.ForCreate(table, target);
                break;
            case RegistrationTables.Package:
                _packages.ForUpdate(table, target);
                break;
            case RegistrationTables.Assembly when isNew:
                AssemblyRules.ForCreate(target);
                break;
            case RegistrationTables.Assembly:
                _assemblies.ForUpdate(table, target);
                break;
            case RegistrationTables.Type:
                _assemblies.ForType(table, target, isNew);
                break;
            case RegistrationTables.Step:
                _steps.Apply(table, target, isNew);
                break;
            case RegistrationTables.Image:
                _images.Apply(table, target, isNew);
                break;
        }
    }

    private void Follow(Guid package, string uniqueName, string content, Caller caller)
    {
        _follows = true;
        new PackageSync(organization, _assemblies).Apply(package, uniqueName, content, caller);
        _follows = false;
    }

    /// <summary>Messages and their filters are what the environment has: nobody writes them.</summary>
    private static void RefuseMessages(string message, TableMetadata table)
    {
        if (table.Name is RegistrationTables.Message or RegistrationTables.Filter)
        {
            throw RegistrationFaults.NotWritable(message, table.Name);
        }
    }
}
