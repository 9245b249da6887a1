using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Deployment.Given;
using CrmAddon.Worker.Deployment.Telling;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Worker.Deployment;

/// <summary>The environment that is deployed to, what it is given, and who is told about it.</summary>
/// <param name="Service">The environment.</param>
/// <param name="Solution">The solution file.</param>
/// <param name="Package">The plug-in package.</param>
/// <param name="Teller">Told what happens.</param>
/// <param name="Clock">For waits.</param>
internal sealed record Target(
    IOrganizationServiceAsync2 Service, GivenSolution Solution, GivenPackage Package, Teller Teller, System.TimeProvider Clock)
{
    /// <summary>Creates a component as part of the solution.</summary>
    public Task CreateAsync(Entity row, CancellationToken stop) => Service.ExecuteAsync(InSolution(new CreateRequest { Target = row }), stop);

    /// <summary>Changes a component, which makes it a part of the solution.</summary>
    public Task UpdateAsync(Entity row, CancellationToken stop) => Service.ExecuteAsync(InSolution(new UpdateRequest { Target = row }), stop);

    // Nothing can be added to a managed solution: beside one, the components belong to the environment itself.
    private OrganizationRequest InSolution(OrganizationRequest request)
    {
        if (!Solution.IsManaged)
            request.Parameters["SolutionUniqueName"] = Solution.UniqueName;
        return request;
    }
}
