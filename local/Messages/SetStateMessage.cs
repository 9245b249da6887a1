using CrmAddon.Local.Messages.Writing;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using CrmAddon.Local.SystemJobs;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>
/// <c>SetState</c>: changes state and status with the steps of SetState and SetStateDynamicEntity. Steps of Update do not run; the
/// platform's own clients send an Update of both columns instead.
/// </summary>
internal sealed class SetStateMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool CarriesSteps => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var row = request.Required<EntityReference>("EntityMoniker");
        var table = organization.Table(row.LogicalName);
        var id = organization.Writer.Keys.Resolve(table, row);
        var target = new Entity(table.Name, id) { ["statecode"] = request.Required<OptionSetValue>("State") };
        if (request.Optional<OptionSetValue>("Status") is { Value: >= 0 } status)
        {
            target["statuscode"] = status;
        }

        RowWriter.RefuseClosing(table, target);
        if (table.Name == JobQueue.Table)
        {
            JobChanges.Complete(organization, table, target);
        }

        var invoked = Operation.Of(request, "SetState", table.Name, caller, organization.Now, id);
        foreach (var (name, value) in request.Parameters)
        {
            invoked.Inputs[name] = value;
        }

        invoked.Inputs["EntityMoniker"] = new EntityReference(table.Name, id);
        organization.Pipeline.Run(
            new PipelineEvent
            {
                Invoked = invoked,
                Single = "SetState",
                Table = table,
                Rows = [new RowEvent(null, id)],
                Steps = organization.Steps.Find("SetState", table.Name),
                Check = organization.Access.Writes.Of(caller, table, AccessRight.Write, id),
            },
            () => organization.Writer.Store(table, target, caller));
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
