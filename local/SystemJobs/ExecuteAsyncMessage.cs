using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.SystemJobs;

/// <summary><c>ExecuteAsync</c>: carries a request out as a system job, as the user who sent it; answers the job's id.</summary>
internal sealed class ExecuteAsyncMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var later = request.Required<OrganizationRequest>("Request");
        if (later.RequestName is null || !organization.Messages.CanRunLater(later.RequestName))
        {
            throw Faults.Argument($"The request '{later.RequestName}' can't be carried out by ExecuteAsync.");
        }

        var id = organization.Transactions.Run(() => organization.Jobs.Enqueue(later, caller));
        return new ExecuteAsyncResponse { ResponseName = "ExecuteAsync" }.With("AsyncJobId", id);
    }
}
