using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Solutions.Importing;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Messages;

/// <summary><c>ImportSolution</c> and <c>StageAndUpgrade</c>: takes a solution file in before it answers.</summary>
internal sealed class ImportSolutionMessage(Organization organization, bool isUpgrade) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => false;

    public string? Customizes => "Import";

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.DemandPrivilege(caller, SolutionPrivileges.Import);
        new SolutionImport(organization).Run(ImportRequests.Read(request, isUpgrade));
        return new OrganizationResponse { ResponseName = request.RequestName };
    }
}

/// <summary><c>ImportSolutionAsync</c> and <c>StageAndUpgradeAsync</c>: the same as a system job.</summary>
internal sealed class ImportSolutionAsyncMessage(Organization organization, bool isUpgrade) : IMessage
{
    // The platform's types of system job.
    private const int Import = 203;
    private const int Upgrade = 211;

    public bool Writes => true;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.DemandPrivilege(caller, SolutionPrivileges.Import);
        var order = ImportRequests.Read(request, isUpgrade);
        var later = new OrganizationRequest(isUpgrade ? "StageAndUpgrade" : "ImportSolution") { RequestId = request.RequestId };
        later.Parameters.AddRange(request.Parameters);
        later["ImportJobId"] = order.JobId;
        var job = organization.Transactions.Run(() => organization.Jobs.Enqueue(later, caller, isUpgrade ? Upgrade : Import));
        OrganizationResponse response = isUpgrade ? new StageAndUpgradeAsyncResponse() : new ImportSolutionAsyncResponse();
        response.ResponseName = request.RequestName!;
        return response.With("AsyncOperationId", job).With("ImportJobKey", order.JobId.ToString("D"));
    }
}

/// <summary>What the requests of imports say.</summary>
internal static class ImportRequests
{
    public static ImportOrder Read(OrganizationRequest request, bool isUpgrade) => new(
        request.Required<byte[]>("CustomizationFile"),
        request.Optional<Guid>("ImportJobId") is var id && id != Guid.Empty ? id : Guid.NewGuid(),
        isUpgrade ? ImportKind.Upgrade : request.Optional<bool>("HoldingSolution") ? ImportKind.Holding : ImportKind.Update,
        request.Optional<bool>("PublishWorkflows"));
}
