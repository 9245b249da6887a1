using System.Linq;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages;

/// <summary><c>Update</c>: writes the given columns of one row, which may be named by an alternate key, and the related rows that it carries.</summary>
internal sealed class UpdateMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool CarriesSteps => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<Entity>("Target");
        organization.Solutions.Writes.Run(request, target, isNew: false, () => organization.RelatedRows.Write(
            target, caller, row => organization.Writer.Update([row], caller, request, multiple: false)[0]));
        return new UpdateResponse { ResponseName = "Update" };
    }
}

/// <summary><c>UpdateMultiple</c>: rows of one table, all or none.</summary>
internal sealed class UpdateMultipleMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => true;

    public bool CarriesSteps => true;

    public bool IsBatch => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Writer.Update([.. request.RequiredTargets().Entities.AsEnumerable()], caller, request, multiple: true);
        return new UpdateMultipleResponse { ResponseName = "UpdateMultiple" };
    }
}
