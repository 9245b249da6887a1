using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages.Relating;

/// <summary><c>Associate</c>: relates a row to others by a relation of either kind; all or none.</summary>
internal sealed class AssociateMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        RelationRequest.Run(organization, request, caller, organization.Relations.Relate);
        return new AssociateResponse { ResponseName = "Associate" };
    }
}

/// <summary><c>Disassociate</c>: parts a row from others; all or none.</summary>
internal sealed class DisassociateMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        RelationRequest.Run(organization, request, caller, organization.Relations.Part);
        return new DisassociateResponse { ResponseName = "Disassociate" };
    }
}

/// <summary>What both messages share: finding the relation and the rows.</summary>
internal static class RelationRequest
{
    public delegate void Work(RelationView view, EntityReference row, IReadOnlyList<EntityReference> others, Caller caller);

    public static void Run(Organization organization, OrganizationRequest request, Caller caller, Work work)
    {
        var row = Resolve(organization, request.Required<EntityReference>("Target"));
        var relationship = request.Required<Relationship>("Relationship");
        var view = RelationView.Of(organization.Metadata, row.LogicalName, relationship);
        List<EntityReference> others = [.. request.Required<EntityReferenceCollection>("RelatedEntities").Select(r => Resolve(organization, r))];
        if (others.Find(r => r.LogicalName != view.OtherTable) is { } wrong)
        {
            throw Faults.Argument($"The relationship '{relationship.SchemaName}' relates '{row.LogicalName}' to '{view.OtherTable}', not to '{wrong.LogicalName}'.");
        }

        organization.Transactions.Run(() =>
        {
            work(view, row, others, caller);
            return true;
        });
    }

    private static EntityReference Resolve(Organization organization, EntityReference? row)
    {
        if (row is null)
        {
            throw Faults.Argument("RelatedEntities: one of the references is null.");
        }

        var table = organization.Table(row.LogicalName);
        return new EntityReference(table.Name, organization.Writer.Keys.Resolve(table, row));
    }
}
