using System.Globalization;
using System.Threading;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Months;

/// <summary>Lets the asynchronous service work until nothing waits, and says if a job failed.</summary>
public sealed class Jobs
{
    private const int Failed = 31;

    private readonly World world;

    /// <summary>Works in a world.</summary>
    public Jobs(World world) => this.world = world;

    /// <summary>Runs every job that is ready.</summary>
    /// <exception cref="TrialStoppedException">A job failed for good; the message names it.</exception>
    public void Run(CancellationToken stop)
    {
        int jobs = world.Dataverse.Async.RunUntilIdle(stop, progress => world.Narrator.Progress(progress.Completed, null, "jobs"));
        world.Narrator.Say(string.Create(CultureInfo.InvariantCulture, $"{jobs:N0} system job{(jobs == 1 ? "" : "s")} ran."));

        var query = new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("name", "message"), TopCount = 1 };
        query.Criteria.AddCondition("statuscode", ConditionOperator.Equal, Failed);
        foreach (Entity job in world.Service.RetrieveMultiple(query).Entities)
        {
            throw new TrialStoppedException($"The system job '{job.GetAttributeValue<string>("name")}' failed: {job.GetAttributeValue<string>("message")}");
        }
    }
}
