using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Solutions.Components;
using CrmAddon.Local.Solutions.Removing;
using CrmAddon.SolutionPackager;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Importing;

/// <summary>
/// Takes a solution file in: checks it against what is installed, keeps its files, puts its definitions in place and writes its rows, all in one
/// transaction. The import job is written before and after it, so that it also tells of what failed.
/// <see href="https://learn.microsoft.com/power-platform/alm/solution-api">Work with solutions using the Dataverse SDK</see>
/// </summary>
internal sealed class SolutionImport(Organization organization)
{
    private static readonly string[] Parts = ["solution.xml", "customizations.xml", "[Content_Types].xml"];

    private readonly SolutionLayers _layers = organization.Solutions;
    private readonly ImportJobs _jobs = new(organization, organization.Solutions.Rows);

    /// <exception cref="FaultException{T}">The file is no solution, does not fit what is installed, or something in it can't be carried out.</exception>
    public void Run(ImportOrder order)
    {
        _jobs.Start(order.JobId, order.Kind == ImportKind.Upgrade ? "Upgrade" : "New");
        PackageManifest? manifest = null;
        try
        {
            var files = Unpack(order.File);
            manifest = PackageManifest.Find(new Package("solution", false, files).Tree) ?? throw SolutionFaults.NoPackage();
            _jobs.Name(order.JobId, manifest.UniqueName);
            organization.Transactions.Run(() => Apply(order, manifest, files));
        }
        catch (SolutionException e)
        {
            throw Fail(manifest is null ? SolutionFaults.Invalid(e.Message) : SolutionFaults.Failed(manifest.UniqueName, e.Message));
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            throw Fail(e);
        }

        FaultException<OrganizationServiceFault> Fail(FaultException<OrganizationServiceFault> fault)
        {
            _jobs.Failed(order.JobId, manifest, fault.Detail);
            return fault;
        }
    }

    private static Dictionary<string, byte[]> Unpack(byte[] file)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(file, writable: false)))
            {
                if (!Parts.All(p => zip.Entries.Any(e => e.FullName.Equals(p, StringComparison.OrdinalIgnoreCase))))
                {
                    throw SolutionFaults.NoPackage();
                }
            }

            var files = SolutionPackage.Unpack(new MemoryStream(file, writable: false));
            return files.Paths.ToDictionary(p => p, p => files[p], StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            throw SolutionFaults.NoPackage();
        }
        catch (SolutionPackageException e)
        {
            throw SolutionFaults.Invalid(e.Message);
        }
    }

    private bool Apply(ImportOrder order, PackageManifest manifest, Dictionary<string, byte[]> files)
    {
        var isManaged = manifest.IsManaged;
        var installed = _layers.Solutions.Find(manifest.UniqueName);
        ImportRules.Check(manifest, installed);
        ImportRules.CheckDependencies(manifest, _layers.Membership);

        var staged = order.Kind == ImportKind.Holding && installed is not null;
        var name = staged ? manifest.UniqueName + Package.Staged : manifest.UniqueName;
        var before = organization.Metadata;
        var replaced = _layers.Packages.Find(name);
        var isUpgrade = order.Kind == ImportKind.Upgrade && isManaged;
        _layers.Packages.Put(name, isManaged, replaced is null || isUpgrade || staged ? files : PackageMerge.Of(replaced.Files, files));
        var package = _layers.Packages.Find(name)!;
        organization.Replace(_layers.Read());
        var merged = PackageManifest.Find(package.Tree)!;
        var id = _layers.Writer.Write(merged, name, isManaged, package.Tree, keepsMembers: !isManaged, order.ActivatesProcesses);
        if (isUpgrade && replaced is not null)
        {
            new Removal(organization).Remove(before, replaced);
        }

        _jobs.Done(order.JobId, id, manifest, ComponentReader.Read(package.Tree).Select(c => $"{c.Table} {c.Id}"));
        return true;
    }
}

/// <summary>What an import is asked for.</summary>
/// <param name="File">The solution file.</param>
/// <param name="JobId">The id of the import job.</param>
/// <param name="Kind">What becomes of what is installed.</param>
/// <param name="ActivatesProcesses">Whether processes of the solution are activated.</param>
internal sealed record ImportOrder(byte[] File, Guid JobId, ImportKind Kind, bool ActivatesProcesses);

/// <summary>What becomes of an installed version.</summary>
internal enum ImportKind
{
    /// <summary>It is updated: nothing is removed.</summary>
    Update,

    /// <summary>The new one waits beside it, to take its place later.</summary>
    Holding,

    /// <summary>The new one takes its place: what it lacks is removed.</summary>
    Upgrade,
}
