using System;
using CrmAddon.Local.Solutions.Removing;

namespace CrmAddon.Local.Solutions.Importing;

/// <summary>The second half of a staged upgrade: the installed version goes, and the one that waits beside it takes its name.</summary>
internal sealed class Promotion(Organization organization)
{
    /// <returns>The solution's id.</returns>
    /// <exception cref="System.ServiceModel.FaultException{T}">Nothing is staged, or something else needs what would go.</exception>
    public Guid Run(string uniqueName)
    {
        var layers = organization.Solutions;
        var staged = layers.Packages.Find(uniqueName + Package.Staged) ?? throw SolutionFaults.NoSolution(uniqueName + Package.Staged);
        return organization.Transactions.Run(() =>
        {
            var before = organization.Metadata;
            var old = layers.Packages.Find(uniqueName);
            layers.Packages.Remove(uniqueName);
            layers.Packages.Rename(staged.Name, uniqueName);
            var package = layers.Packages.Find(uniqueName)!;
            organization.Replace(layers.Read());
            var id = layers.Writer.Write(PackageManifest.Find(package.Tree)!, uniqueName, package.IsManaged, package.Tree, keepsMembers: false);
            if (layers.Solutions.Find(staged.Name) is { } row)
            {
                layers.Membership.Set(row.Id, [], keepsOthers: false);
                layers.Rows.Remove("solution", row.Id);
            }

            if (old is not null)
            {
                new Removal(organization).Remove(before, old);
            }

            return id;
        });
    }
}
