using System.Collections.Generic;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Checking;

/// <summary>Whether the environment has Dynamics 365 Sales, whose tables the add-on extends.</summary>
internal static class SalesApp
{
    private static readonly string[] Tables = ["opportunity", "product"];

    /// <summary>Says what is missing; null when nothing is.</summary>
    public static async Task<string?> ProblemAsync(IOrganizationServiceAsync2 service, CancellationToken stop)
    {
        List<string> missing = [];
        foreach (var table in Tables)
        {
            if (!await HasAsync(service, table, stop).ConfigureAwait(false))
                missing.Add(table);
        }

        return missing.Count == 0
            ? null
            : $"The environment has no Dynamics 365 Sales: there is no table {string.Join(" and no table ", missing)}. " +
              "Install Dynamics 365 Sales first (Power Platform admin center: the environment, Resources, Dynamics 365 apps).";
    }

    private static async Task<bool> HasAsync(IOrganizationServiceAsync2 service, string table, CancellationToken stop)
    {
        try
        {
            await service.RetrieveMultipleAsync(new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = 1 }, stop).ConfigureAwait(false);
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return !fault.IsMissingTable(); // a table whose rows one may not read is there
        }
    }
}
