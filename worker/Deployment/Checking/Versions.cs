using CrmAddon.Worker.Deployment.Given;
using CrmAddon.Worker.Deployment.Importing;

namespace CrmAddon.Worker.Deployment.Checking;

/// <summary>Whether the solution file may take the place of what is installed.</summary>
internal static class Versions
{
    /// <summary>Says why not; null when it may.</summary>
    public static string? Problem(InstalledSolution? installed, GivenSolution given)
    {
        if (installed is null)
            return null;
        if (installed.IsManaged && !given.IsManaged)
            return $"The environment holds {given.UniqueName} {installed.Version} as a managed solution, and the file is unmanaged, which can't be put over it. " +
                "Deploy the managed file: the same command with --managed.";
        if (!installed.IsManaged && given.IsManaged)
            return $"The environment holds {given.UniqueName} {installed.Version} unmanaged, as environments of developers do, and the file is managed, which can't take its place. " +
                "Deploy the unmanaged file (without --managed), or take an environment without the unmanaged solution.";
        return installed.Version > given.Version
            ? $"The environment holds {given.UniqueName} {installed.Version}, which is newer than the file's {given.Version}; an older version is not put over a newer one. " +
              $"Deploy with the worker of version {installed.Version} or later."
            : null;
    }
}
