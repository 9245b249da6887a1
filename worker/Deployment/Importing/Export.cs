using System.IO;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.SolutionPackager;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client;

namespace CrmAddon.Worker.Deployment.Importing;

/// <summary>The solution as the environment has it, as unpacked files. Exporting changes nothing.</summary>
internal static class Export
{
    public static async Task<SolutionFiles> RunAsync(IOrganizationServiceAsync2 service, string uniqueName, CancellationToken stop)
    {
        var response = (ExportSolutionResponse)await service.ExecuteAsync(new ExportSolutionRequest { SolutionName = uniqueName }, stop).ConfigureAwait(false);
        return SolutionPackage.Unpack(new MemoryStream(response.ExportSolutionFile));
    }
}
