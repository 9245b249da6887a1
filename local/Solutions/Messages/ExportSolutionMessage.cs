using System.IO;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Solutions.Exporting;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Messages;

/// <summary><c>ExportSolution</c>: an unmanaged solution as a file, as it is now.</summary>
internal sealed class ExportSolutionMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.DemandPrivilege(caller, SolutionPrivileges.Export);
        using var zip = new MemoryStream();
        new SolutionExport(organization).Write(request.Required<string>("SolutionName"), request.Optional<bool>("Managed"), zip);
        return new ExportSolutionResponse { ResponseName = "ExportSolution" }.With("ExportSolutionFile", zip.ToArray());
    }
}
