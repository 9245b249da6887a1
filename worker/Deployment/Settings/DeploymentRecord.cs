using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;

namespace CrmAddon.Worker.Deployment.Settings;

/// <summary>
/// Which contents were deployed last, kept in the environment itself as the value of a variable. Each part is written when it is in, so
/// that a deployment that was broken off goes on where it stopped.
/// </summary>
internal sealed class DeploymentRecord(IOrganizationServiceAsync2 service)
{
    /// <summary>The variable; people leave it alone.</summary>
    public const string Variable = "cov_DeploymentFingerprint";

    private readonly EnvironmentVariables _variables = new(service);

    public async Task<Known> ReadAsync(CancellationToken stop)
    {
        var text = (await _variables.FindAsync(Variable, stop).ConfigureAwait(false))?.Value ?? "";
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1]);
        return new Known(parts["solution"].FirstOrDefault(), parts["package"].FirstOrDefault());
    }

    public async Task WriteAsync(Func<Known, Known> change, CancellationToken stop)
    {
        if (await _variables.FindAsync(Variable, stop).ConfigureAwait(false) is not { } variable)
            return; // a version of the solution that has no such variable: it is deployed anew each time
        var known = change(await ReadAsync(stop).ConfigureAwait(false));
        await _variables.WriteAsync(variable, $"solution={known.Solution} package={known.Package}", stop).ConfigureAwait(false);
    }

    /// <summary>Hashes of what was deployed; null where nothing is known.</summary>
    internal sealed record Known(string? Solution, string? Package);
}
