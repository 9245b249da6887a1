using System;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Solutions.Removing;

/// <summary>
/// What deleting a solution's row means: a managed solution goes with all its components and their data; of an unmanaged one only the
/// row goes, and the components stay, as they are nobody's but the environment's.
/// </summary>
internal sealed class Uninstall(Organization organization)
{
    /// <summary>Called before the row is deleted, in the same transaction.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">Something else needs what would go.</exception>
    public void Before(Guid solution)
    {
        var layers = organization.Solutions;
        var table = organization.Table("solution");
        var row = organization.Rows.Read(table, solution, [table["uniquename"], table["ismanaged"]]) ?? throw Faults.MissingRow("solution", solution);
        var name = row.GetAttributeValue<string>("uniquename")!;
        if (WellKnown.IsSystem(name))
        {
            throw Faults.Argument($"The solution '{name}' is part of the platform and can't be deleted.");
        }

        if (row.GetAttributeValue<bool?>("ismanaged") == true && layers.Packages.Find(name) is { } package)
        {
            Remove(package, $"The solution '{name}'");
        }
    }

    /// <summary>Takes a layer away with what only it had.</summary>
    public void Remove(Package package, string what)
    {
        var before = organization.Metadata;
        organization.Solutions.Packages.Remove(package.Name);
        try
        {
            organization.Replace(organization.Solutions.Read());
        }
        catch (SolutionException e)
        {
            throw SolutionFaults.Needed(what, e.Message);
        }

        new Removal(organization).Remove(before, package);
    }
}
