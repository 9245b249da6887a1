using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary><c>SetState</c>: an update of state and status, with the steps of an update.</summary>
internal sealed class SetStateMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var row = request.Required<EntityReference>("EntityMoniker");
        var target = new Entity(row.LogicalName, row.Id) { KeyAttributes = row.KeyAttributes };
        target["statecode"] = request.Required<OptionSetValue>("State");
        if (request.Optional<OptionSetValue>("Status") is { Value: >= 0 } status)
        {
            target["statuscode"] = status;
        }

        organization.Writer.Update([target], caller, request, multiple: false);
        return new SetStateResponse { ResponseName = "SetState" };
    }
}

/// <summary><c>Assign</c>: an update of the owner, with the steps of an update.</summary>
internal sealed class AssignMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var row = request.Required<EntityReference>("Target");
        var target = new Entity(row.LogicalName, row.Id) { KeyAttributes = row.KeyAttributes };
        target["ownerid"] = request.Required<EntityReference>("Assignee");
        organization.Writer.Update([target], caller, request, multiple: false);
        return new AssignResponse { ResponseName = "Assign" };
    }
}
