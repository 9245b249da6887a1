using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>The plug-in package as the environment holds it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="IsManaged">Whether a managed solution brought it.</param>
/// <param name="Types">The classes that the platform found in it, by name.</param>
internal sealed record PackageRow(Guid Id, bool IsManaged, IReadOnlyDictionary<string, Guid> Types)
{
    /// <summary>Looks for a package; null when it isn't there.</summary>
    public static async Task<PackageRow?> FindAsync(IOrganizationServiceAsync2 service, string uniqueName, CancellationToken stop)
    {
        var query = new QueryExpression("pluginpackage") { ColumnSet = new ColumnSet("ismanaged") };
        query.Criteria.AddCondition("uniquename", ConditionOperator.Equal, uniqueName);
        if ((await service.RetrieveMultipleAsync(query, stop).ConfigureAwait(false)).Entities.FirstOrDefault() is not { } row)
            return null;

        var types = new QueryExpression("plugintype") { ColumnSet = new ColumnSet("typename") };
        types.AddLink("pluginassembly", "pluginassemblyid", "pluginassemblyid").LinkCriteria.AddCondition("packageid", ConditionOperator.Equal, row.Id);
        return new PackageRow(
            row.Id,
            row.GetAttributeValue<bool>("ismanaged"),
            (await service.AllAsync(types, stop).ConfigureAwait(false)).ToDictionary(type => type.GetAttributeValue<string>("typename")!, type => type.Id, StringComparer.Ordinal));
    }
}
