using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Worker.Deployment;

/// <summary>
/// A part of a deployment. A plan only reads, and is what both a real run and <c>--what-if</c> start from. Once its changes are
/// applied the next plan is empty, and after a failure it holds what is left to do: so that a deployment may be broken off anywhere.
/// </summary>
internal interface IStage
{
    /// <summary>What the part is about, as a heading.</summary>
    string Name { get; }

    /// <summary>What differs from what is to be deployed, in the order in which it is changed.</summary>
    Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop);
}
