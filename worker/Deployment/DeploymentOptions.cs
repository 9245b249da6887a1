using System.Collections.Generic;

namespace CrmAddon.Worker.Deployment;

/// <summary>What is deployed, and how.</summary>
public sealed record DeploymentOptions
{
    /// <summary>Path of the solution file; null for the one that came with the worker.</summary>
    public string? SolutionFile { get; init; }

    /// <summary>Path of the plug-in package; null for the one that came with the worker.</summary>
    public string? PackageFile { get; init; }

    /// <summary>Whether the managed solution file that came with the worker is taken.</summary>
    public bool IsManaged { get; init; }

    /// <summary>Whether the difference is only told, and nothing written.</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>Whether solution and package are brought in even if the environment has them already.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether what deploy put beside the solution is taken away instead.</summary>
    public bool IsRemoval { get; init; }

    /// <summary>Values of environment variables by schema name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Names or ids of the company's own forms that get the partner tab, beside those of Dynamics 365 Sales.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];
}
