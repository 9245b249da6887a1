using System;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Importing;

/// <summary>An import as the platform does it: a system job that is started and watched.</summary>
internal sealed class Import(Target target)
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>An import that was begun so long ago and never ended is taken for dead; if it does live, the platform refuses a second one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int Completed = 3;
    private const int Succeeded = 30;

    /// <summary>Waits for an import of the same solution that is running already: somebody else's, or that of a deployment that was broken off.</summary>
    public async Task WaitForRunningAsync(CancellationToken stop)
    {
        if (await RunningAsync(stop).ConfigureAwait(false) is not { } running)
            return;
        target.Teller.Line("  An import of this solution is running already; waiting for it.");
        await target.Teller.WatchAsync("Waiting for the import that is running", async progress =>
        {
            while (running is not null)
            {
                progress.Report(Percent(running));
                await Task.Delay(Look, target.Clock, stop).ConfigureAwait(false);
                running = await RunningAsync(stop).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Imports the solution file and waits until it is in; false when, after a wait for others, it is no longer to be imported.</summary>
    /// <param name="askWay">How it is to be imported as the environment stands: asked before each attempt, because others may have imported meanwhile.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="DeploymentException">The environment refuses it; the message has its reasons.</exception>
    public Task<bool> RunAsync(Func<CancellationToken, Task<ImportWay>> askWay, CancellationToken stop) =>
        target.Teller.WatchAsync("Importing the solution", async progress =>
        {
            while (await askWay(stop).ConfigureAwait(false) is var way and not ImportWay.None)
            {
                var job = Guid.NewGuid();
                if (await StartAsync(job, way == ImportWay.Upgrade, stop).ConfigureAwait(false) is { } operation
                    && await FinishAsync(operation, job, progress, stop).ConfigureAwait(false))
                    return true;
                progress.Report("another import, publishing or removal is running in the environment; waiting for it");
                await Task.Delay(Look, target.Clock, stop).ConfigureAwait(false);
            }

            return false;
        });

    // Null: the environment is busy with another import.
    private async Task<Guid?> StartAsync(Guid job, bool isUpgrade, CancellationToken stop)
    {
        try
        {
            // What people in the environment made of managed components stays (OverwriteUnmanagedCustomizations is off).
            return isUpgrade
                ? ((StageAndUpgradeAsyncResponse)await target.Service.ExecuteAsync(
                    new StageAndUpgradeAsyncRequest
                    {
                        CustomizationFile = target.Solution.Content, ImportJobId = job, PublishWorkflows = true, OverwriteUnmanagedCustomizations = false,
                    }, stop).ConfigureAwait(false)).AsyncOperationId
                : ((ImportSolutionAsyncResponse)await target.Service.ExecuteAsync(
                    new ImportSolutionAsyncRequest
                    {
                        CustomizationFile = target.Solution.Content, ImportJobId = job, PublishWorkflows = true, OverwriteUnmanagedCustomizations = false,
                    }, stop).ConfigureAwait(false)).AsyncOperationId;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.IsLocked())
        {
            return null;
        }
    }

    private async Task<bool> FinishAsync(Guid operation, Guid job, IProgress<string> progress, CancellationToken stop)
    {
        try
        {
            return await WatchAsync(operation, job, progress, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            target.Teller.Line("  The import goes on in the environment by itself; the next deployment waits for it.");
            throw;
        }
    }

    // False: the environment was busy with another import.
    private async Task<bool> WatchAsync(Guid operation, Guid job, IProgress<string> progress, CancellationToken stop)
    {
        while (true)
        {
            var state = await target.Service.RetrieveAsync(
                "asyncoperation", operation, new ColumnSet("statecode", "statuscode", "friendlymessage", "message"), stop).ConfigureAwait(false);
            if (state.GetAttributeValue<OptionSetValue>("statecode")?.Value == Completed)
                return state.GetAttributeValue<OptionSetValue>("statuscode")?.Value == Succeeded || await RefuseAsync(state, job, stop).ConfigureAwait(false);
            progress.Report(await JobAsync(job, stop).ConfigureAwait(false) is { } row ? Percent(row) : "waiting for the environment to begin");
            await Task.Delay(Look, target.Clock, stop).ConfigureAwait(false);
        }
    }

    private async Task<bool> RefuseAsync(Entity state, Guid job, CancellationToken stop)
    {
        var message = state.GetAttributeValue<string>("friendlymessage") ?? state.GetAttributeValue<string>("message");
        if (Faults.SaysLocked(message) || Faults.SaysLocked(state.GetAttributeValue<string>("message")))
            return false;
        var failures = ImportFailures.Of((await JobAsync(job, stop).ConfigureAwait(false))?.GetAttributeValue<string>("data"));
        var reasons = failures.Count > 0 ? failures : [message ?? "no reason is given"];
        throw new DeploymentException(
            $"The environment refuses the solution; it is as it was before the import.{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", reasons)}" +
            $"{Environment.NewLine}  The whole report: make.powerapps.com, Solutions, History (import job {job}).");
    }

    private async Task<Entity?> JobAsync(Guid job, CancellationToken stop)
    {
        var query = new QueryExpression("importjob") { ColumnSet = new ColumnSet("progress", "data") };
        query.Criteria.AddCondition("importjobid", ConditionOperator.Equal, job);
        return (await target.Service.RetrieveMultipleAsync(query, stop).ConfigureAwait(false)).Entities.FirstOrDefault();
    }

    private async Task<Entity?> RunningAsync(CancellationToken stop)
    {
        var query = new QueryExpression("importjob") { ColumnSet = new ColumnSet("progress"), TopCount = 1 };
        query.Criteria.AddCondition("solutionname", ConditionOperator.Equal, target.Solution.UniqueName);
        query.Criteria.AddCondition("completedon", ConditionOperator.Null);
        query.Criteria.AddCondition("startedon", ConditionOperator.GreaterEqual, target.Clock.GetUtcNow().UtcDateTime - Longest);
        return (await target.Service.RetrieveMultipleAsync(query, stop).ConfigureAwait(false)).Entities.FirstOrDefault();
    }

    private static string Percent(Entity job) => string.Create(CultureInfo.InvariantCulture, $"{job.GetAttributeValue<double?>("progress") ?? 0:0} %");
}
