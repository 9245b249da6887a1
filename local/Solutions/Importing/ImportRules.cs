using System;
using System.Linq;
using CrmAddon.Local.Solutions.Rows;

namespace CrmAddon.Local.Solutions.Importing;

/// <summary>Which packages may come over what is installed.</summary>
internal static class ImportRules
{
    /// <exception cref="System.ServiceModel.FaultException{T}">The modes differ, or a managed solution would become an older one.</exception>
    public static void Check(PackageManifest manifest, (Guid Id, bool IsManaged, Version? Version)? installed)
    {
        if (WellKnown.IsSystem(manifest.UniqueName))
        {
            throw SolutionFaults.System(manifest.UniqueName);
        }

        if (installed is not { } present)
        {
            return;
        }

        if (present.IsManaged != manifest.IsManaged)
        {
            throw SolutionFaults.Modes(present.IsManaged);
        }

        if (present is { IsManaged: true, Version: { } version } && manifest.Version < version)
        {
            throw SolutionFaults.Older(manifest.UniqueName, manifest.Version, version);
        }
    }

    /// <summary>Refuses a package that says itself that it needs what is not here.</summary>
    public static void CheckDependencies(PackageManifest manifest, Membership membership)
    {
        var missing = manifest.Requires
            .Where(r => membership.Resolve(r.Required) is null)
            .Select(r => FormattableString.Invariant($"{r.Name} (component type {r.Required.Type}{(r.Solution is null ? "" : $", of {r.Solution}")}).")).Distinct().ToList();
        if (missing.Count > 0)
        {
            throw SolutionFaults.Missing(manifest.UniqueName, missing);
        }
    }
}
