using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Deployment.Checking;
using CrmAddon.Worker.Deployment.Comparing;
using CrmAddon.Worker.Deployment.Settings;

namespace CrmAddon.Worker.Deployment.Importing;

/// <summary>The solution file: imported and published unless the environment has these very contents.</summary>
internal sealed class SolutionStage(Target target, bool isForced, bool comparesContents) : IStage
{
    private readonly DeploymentRecord _record = new(target.Service);

    public string Name => "Solution";

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        var given = target.Solution;
        var installed = await InstalledAsync(stop).ConfigureAwait(false);
        if (installed is null)
            return [new Change(ChangeKind.Add, $"{given.UniqueName} {given.Version}, {Kind}", BringInAsync) { Details = comparesContents ? Contents.Of(given.Files) : [] }];
        if (await WayAsync(installed, stop).ConfigureAwait(false) == ImportWay.None)
            return [];
        var versions = installed.Version == given.Version ? $"{given.Version} again" : $"{installed.Version} -> {given.Version}";
        return
        [
            new Change(ChangeKind.Alter, $"{given.UniqueName} {versions}, {Kind}", BringInAsync)
            {
                Details = comparesContents ? await DifferenceAsync(stop).ConfigureAwait(false) : [],
            },
        ];
    }

    private string Kind => target.Solution.IsManaged ? "managed" : "unmanaged";

    // Others may have imported since the deployment began.
    private async Task<InstalledSolution?> InstalledAsync(CancellationToken stop)
    {
        var installed = await InstalledSolution.FindAsync(target.Service, target.Solution.UniqueName, stop).ConfigureAwait(false);
        return Versions.Problem(installed, target.Solution) is { } problem ? throw new DeploymentException(problem) : installed;
    }

    private async Task<ImportWay> WayAsync(CancellationToken stop) => await WayAsync(await InstalledAsync(stop).ConfigureAwait(false), stop).ConfigureAwait(false);

    private async Task<ImportWay> WayAsync(InstalledSolution? installed, CancellationToken stop)
    {
        if (installed is null)
            return ImportWay.Update;
        var known = await _record.ReadAsync(stop).ConfigureAwait(false);
        if (!isForced && known.Solution == target.Solution.Hash && installed.Version == target.Solution.Version)
            return ImportWay.None;
        // Only an upgrade takes away what a new managed version no longer has; an unmanaged import takes nothing away.
        return installed.IsManaged && installed.Version < target.Solution.Version ? ImportWay.Upgrade : ImportWay.Update;
    }

    private async Task BringInAsync(CancellationToken stop)
    {
        var import = new Import(target);
        await import.WaitForRunningAsync(stop).ConfigureAwait(false);
        if (!await import.RunAsync(WayAsync, stop).ConfigureAwait(false))
            return;
        await new Publishing(target).RunAsync(stop).ConfigureAwait(false);
        await _record.WriteAsync(known => known with { Solution = target.Solution.Hash }, stop).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> DifferenceAsync(CancellationToken stop)
    {
        if (target.Solution.IsManaged)
            return ["A managed solution can't be exported: what differs in it can't be told here."];
        var stands = await target.Teller.WatchAsync(
            "Exporting the solution to compare it", _ => Export.RunAsync(target.Service, target.Solution.UniqueName, stop)).ConfigureAwait(false);
        var difference = SolutionComparison.Of(stands, target.Solution.Files).ToList();
        return difference.Count > 0 ? difference : ["No difference in contents is found; the file is imported because this environment has no record of it."];
    }
}
