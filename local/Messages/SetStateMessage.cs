using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary><c>SetState</c>: its own steps around an update of state and status, with the steps of an update.</summary>
internal sealed class SetStateMessage(Organization organization) : IMessage
{
    private const string Name = "SetState";

    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var row = request.Required<EntityReference>("EntityMoniker");
        var table = organization.Table(row.LogicalName);
        var id = organization.Writer.Keys.Resolve(table, row);
        var invoked = new Operation(Name, table.Name, caller, organization.Now) { RowId = id };
        foreach (var (key, value) in request.Parameters)
        {
            invoked.Inputs[key] = value;
        }

        var target = new Entity(table.Name, id) { ["statecode"] = request.Required<OptionSetValue>("State") };
        if (request.Optional<OptionSetValue>("Status") is { Value: >= 0 } status)
        {
            target["statuscode"] = status;
        }

        organization.Pipeline.Run(
            new PipelineEvent
            {
                Invoked = invoked,
                Single = Name,
                Table = table,
                Rows = [new RowEvent(null, id)],
                Steps = organization.Steps.Find(Name, table.Name),
            },
            () => organization.Writer.Update([target], caller, request, multiple: false));
        return new SetStateResponse { ResponseName = Name };
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
