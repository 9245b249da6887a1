using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Local.Solutions.Exporting;

/// <summary>
/// Packs an unmanaged solution as it is now: the files that it came with, and in them what rows say that were changed, made or deleted since.
/// A file whose row is as it came stays as it is, to the byte.
/// </summary>
internal sealed class SolutionExport(Organization organization)
{
    public void Write(string uniqueName, bool isManaged, Stream zip)
    {
        var found = organization.Solutions.Solutions.Find(uniqueName);
        if (found is not { IsManaged: false } solution || WellKnown.IsSystem(uniqueName))
        {
            throw SolutionFaults.NotToExport(uniqueName, found is not null);
        }

        var files = Files(uniqueName);
        new ExportedRows(organization, solution.Id).Apply(files);
        new ExportedManifest(organization, solution.Id).Apply(files);
        SolutionPackage.Pack(new SolutionFiles(files), zip, isManaged);
    }

    /// <summary>The files of the solution as it was imported or as its folder has them; a new one for a solution that was made here.</summary>
    private Dictionary<string, byte[]> Files(string uniqueName)
    {
        var layers = organization.Solutions;
        SolutionTree? tree = layers.Packages.Find(uniqueName)?.Tree
            ?? layers.Folders.FirstOrDefault(f => PackageManifest.Find(f)?.UniqueName.Equals(uniqueName, StringComparison.OrdinalIgnoreCase) == true) as SolutionTree;
        return tree is null
            ? new(StringComparer.Ordinal) { [PackageManifest.Path] = EmptyPackage.Manifest(uniqueName), [EmptyPackage.Customizations] = EmptyPackage.Sections() }
            : tree.Files("", "*", below: true).ToDictionary(f => f.Path, f => f.Bytes(), StringComparer.Ordinal);
    }
}
