using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
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
        var installed = await InstalledSolution.FindAsync(target.Service, given.UniqueName, stop).ConfigureAwait(false);
        if (installed is null)
            return [new Change(ChangeKind.Add, $"{given.UniqueName} {given.Version}, {Kind}", ImportAsync) { Details = comparesContents ? Contents.Of(given.Files) : [] }];

        var known = await _record.ReadAsync(stop).ConfigureAwait(false);
        if (!isForced && known.Solution == given.Hash && installed.Version == given.Version)
            return [];
        var versions = installed.Version == given.Version ? $"{given.Version} again" : $"{installed.Version} -> {given.Version}";
        return
        [
            new Change(ChangeKind.Alter, $"{given.UniqueName} {versions}, {Kind}", stop => UpgradeAsync(installed, stop))
            {
                Details = comparesContents ? await DifferenceAsync(stop).ConfigureAwait(false) : [],
            },
        ];
    }

    private string Kind => target.Solution.IsManaged ? "managed" : "unmanaged";

    private Task ImportAsync(CancellationToken stop) => BringInAsync(isUpgrade: false, stop);

    // Only an upgrade takes away what a new managed version no longer has; an unmanaged import takes nothing away.
    private Task UpgradeAsync(InstalledSolution installed, CancellationToken stop) =>
        BringInAsync(isUpgrade: installed.IsManaged && installed.Version < target.Solution.Version, stop);

    private async Task BringInAsync(bool isUpgrade, CancellationToken stop)
    {
        var import = new Import(target);
        if (await import.WaitForRunningAsync(stop).ConfigureAwait(false))
        {
            // What ran was an import of this solution, by somebody else or by a deployment that was broken off: look again.
            foreach (var change in await PlanAsync(stop).ConfigureAwait(false))
                await change.ApplyAsync(stop).ConfigureAwait(false);
            return;
        }

        await import.RunAsync(isUpgrade, stop).ConfigureAwait(false);
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
