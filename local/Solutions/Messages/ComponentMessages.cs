using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using CrmAddon.Local.Solutions.Rows;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Messages;

/// <summary><c>AddSolutionComponent</c> and <c>RemoveSolutionComponent</c>: which components belong to an unmanaged solution.</summary>
internal sealed class SolutionComponentMessage(Organization organization, bool adds) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        organization.Access.Demand(caller, organization.Table("solution"), AccessRight.Write);
        var solution = organization.Solutions.Unmanaged(request.Required<string>("SolutionUniqueName"));
        var type = request.Required<int>("ComponentType");
        var id = adds ? request.Required<Guid>("ComponentId") : Removed(request);
        var membership = organization.Solutions.Membership;
        var row = organization.Transactions.Run(() =>
        {
            if (adds)
            {
                CheckThere(type, id);
                return membership.Add(solution, new Membership.Member(type, id, request.Optional<bool>("DoNotIncludeSubcomponents") ? 1 : 0));
            }

            var known = membership.Find(solution, type, id) ?? throw Faults.Create(
                ErrorCodes.ObjectDoesNotExist, FormattableString.Invariant($"The component {id} of type {type} does not belong to the solution."));
            membership.Remove(solution, type, id);
            return known;
        });
        OrganizationResponse response = adds ? new AddSolutionComponentResponse() : new RemoveSolutionComponentResponse();
        response.ResponseName = request.RequestName!;
        return response.With("id", row);
    }

    // The class names it so, the action names a row.
    private static Guid Removed(OrganizationRequest request) =>
        request.Optional<EntityReference>("SolutionComponent") is { } row ? row.Id : request.Required<Guid>("ComponentId");

    private void CheckThere(int type, Guid id)
    {
        if (ComponentTypes.TableOf(type, organization.Metadata) is { } table && !organization.Solutions.Rows.Exists(table.Name, id))
        {
            throw Faults.MissingRow(table.Name, id);
        }
    }
}
