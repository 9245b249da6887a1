using System;
using System.IO;
using System.Linq;

namespace CrmAddon.Worker.Deployment.Given;

/// <summary>The files that are deployed: those that are named, else those that came with the worker in its folder <c>deploy</c>.</summary>
internal static class GivenFiles
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "deploy");

    /// <summary>Reads the solution file.</summary>
    /// <exception cref="DeploymentException">It can't be used.</exception>
    public static GivenSolution Solution(DeploymentOptions options)
    {
        var solution = GivenSolution.Read(options.SolutionFile ?? Path.Combine(Folder, options.IsManaged ? "CrmAddon_managed.zip" : "CrmAddon.zip"));
        return options.IsManaged && !solution.IsManaged
            ? throw new DeploymentException($"{Path.GetFileName(options.SolutionFile)} is an unmanaged solution, but --managed asks for a managed one: leave out one of the two.")
            : solution;
    }

    /// <summary>Reads the plug-in package.</summary>
    /// <exception cref="DeploymentException">It can't be used.</exception>
    public static GivenPackage Package(DeploymentOptions options)
    {
        if (options.PackageFile is { } named)
            return GivenPackage.Read(named);
        var found = Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.nupkg") : [];
        return found.Length < 2
            ? GivenPackage.Read(found.FirstOrDefault() ?? Path.Combine(Folder, "CrmAddon.Plugins.nupkg"))
            : throw new DeploymentException($"{Folder} holds more than one plug-in package: name the right one by --package.");
    }
}
