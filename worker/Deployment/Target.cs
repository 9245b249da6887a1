using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using CrmAddon.Worker.Deployment.Given;
using CrmAddon.Worker.Deployment.Telling;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment;

/// <summary>The environment that is deployed to, what it is given, and who is told about it.</summary>
/// <param name="Service">The environment.</param>
/// <param name="Solution">The solution file.</param>
/// <param name="Package">The plug-in package.</param>
/// <param name="Teller">Told what happens.</param>
/// <param name="Clock">For waits.</param>
internal sealed record Target(
    IOrganizationServiceAsync2 Service, GivenSolution Solution, GivenPackage Package, Teller Teller, TimeProvider Clock)
{
    /// <summary>What becomes of a component that somebody took out of the solution, or whose solution was deleted.</summary>
    public const string Joining = "becomes a part of the solution again";

    /// <summary>Whether what is written becomes a part of the solution. Nothing can be added to a managed one: beside it, the components belong to the environment itself.</summary>
    public bool JoinsSolution { get; init; } = !Solution.IsManaged;

    /// <summary>Creates a component as part of the solution.</summary>
    public Task CreateAsync(Entity row, CancellationToken stop) => Service.ExecuteAsync(InSolution(new CreateRequest { Target = row }), stop);

    /// <summary>Changes a component, which makes it a part of the solution.</summary>
    public Task UpdateAsync(Entity row, CancellationToken stop) => Service.ExecuteAsync(InSolution(new UpdateRequest { Target = row }), stop);

    /// <summary>The ids of what belongs to the solution; null where nothing of deploy's could belong to it.</summary>
    public async Task<IReadOnlySet<Guid>?> MembersAsync(CancellationToken stop)
    {
        if (!JoinsSolution)
            return null;
        var query = new QueryExpression("solutioncomponent") { ColumnSet = new ColumnSet("objectid") };
        query.AddLink("solution", "solutionid", "solutionid").LinkCriteria.AddCondition("uniquename", ConditionOperator.Equal, Solution.UniqueName);
        return (await Service.AllAsync(query, stop).ConfigureAwait(false)).Select(component => component.GetAttributeValue<Guid>("objectid")).ToHashSet();
    }

    private OrganizationRequest InSolution(OrganizationRequest request)
    {
        if (JoinsSolution)
            request.Parameters["SolutionUniqueName"] = Solution.UniqueName;
        return request;
    }
}
