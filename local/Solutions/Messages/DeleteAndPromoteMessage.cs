using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Solutions.Importing;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Messages;

/// <summary><c>DeleteAndPromote</c>: the version that was imported as a holding solution takes the place of the installed one.</summary>
internal sealed class DeleteAndPromoteMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => false;

    public string? Customizes => "DeleteAndPromote";

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.DemandPrivilege(caller, SolutionPrivileges.Import);
        var id = new Promotion(organization).Run(request.Required<string>("UniqueName"));
        return new DeleteAndPromoteResponse { ResponseName = "DeleteAndPromote" }.With("SolutionId", id);
    }
}

/// <summary><c>DeleteAndPromoteAsync</c>: the same as a system job.</summary>
internal sealed class DeleteAndPromoteAsyncMessage(Organization organization) : IMessage
{
    private const int JobType = 207;

    public bool Writes => true;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.DemandPrivilege(caller, SolutionPrivileges.Import);
        var later = new OrganizationRequest("DeleteAndPromote") { ["UniqueName"] = request.Required<string>("UniqueName") };
        var job = organization.Transactions.Run(() => organization.Jobs.Enqueue(later, caller, JobType));
        return new OrganizationResponse { ResponseName = request.RequestName }.With("AsyncOperationId", job);
    }
}
