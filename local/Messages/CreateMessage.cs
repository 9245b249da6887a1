using System.Collections.Generic;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages;

/// <summary><c>Create</c>: one new row, with the related rows that it carries; answers its id.</summary>
internal sealed class CreateMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool CarriesSteps => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<Entity>("Target");
        var id = organization.Solutions.Writes.Run(request, target, isNew: true, () => organization.RelatedRows.Write(
            target, caller, row => organization.Writer.Create([row], caller, request, multiple: false)[0]));
        return new CreateResponse { ResponseName = "Create" }.With("id", id);
    }
}

/// <summary><c>CreateMultiple</c>: rows of one table, all or none; answers their ids in order.</summary>
internal sealed class CreateMultipleMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => true;

    public bool CarriesSteps => true;

    public bool IsBatch => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        IReadOnlyList<Entity> targets = request.RequiredTargets().Entities;
        var ids = organization.Writer.Create(targets, caller, request, multiple: true);
        return new CreateMultipleResponse { ResponseName = "CreateMultiple" }.With("Ids", ids);
    }
}
