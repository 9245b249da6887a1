using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Solutions.Removing;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages;

/// <summary><c>Delete</c>: one row, and what its relations say about the rows that point to it.</summary>
internal sealed class DeleteMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool CarriesSteps => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<EntityReference>("Target");
        if (target.LogicalName == "solution")
        {
            organization.Transactions.Run(() =>
            {
                new Uninstall(organization).Before(organization.Writer.Keys.Resolve(organization.Table("solution"), target));
                organization.Writer.Delete(target, caller, request);
                return true;
            });
        }
        else
        {
            organization.Solutions.Writes.Delete(target, () => organization.Writer.Delete(target, caller, request));
        }

        return new DeleteResponse { ResponseName = "Delete" };
    }
}
