using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Importing;

/// <summary>The solution as the environment holds it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="IsManaged">Whether it is managed.</param>
internal sealed record InstalledSolution(Version Version, bool IsManaged)
{
    /// <summary>Looks for a solution; null when it isn't there.</summary>
    public static async Task<InstalledSolution?> FindAsync(IOrganizationServiceAsync2 service, string uniqueName, CancellationToken stop)
    {
        var query = new QueryExpression("solution") { ColumnSet = new ColumnSet("version", "ismanaged") };
        query.Criteria.AddCondition("uniquename", ConditionOperator.Equal, uniqueName);
        return (await service.RetrieveMultipleAsync(query, stop).ConfigureAwait(false)).Entities.FirstOrDefault() is { } row
            ? new InstalledSolution(Version.Parse(row.GetAttributeValue<string>("version")!), row.GetAttributeValue<bool>("ismanaged"))
            : null;
    }
}
