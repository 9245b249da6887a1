using System;
using System.Linq;
using CrmAddon.Local.Portal;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.WebApi.PortalApi;

/// <summary>Carries messages of the portal's Web API to the portal's service, which knows the visitor and his permissions.</summary>
internal sealed class PortalDoor(Organization organization, ApiSchema schema)
{
    public OrganizationResponse Execute(OrganizationRequest message, PortalService portal)
    {
        switch (message)
        {
            case CreateRequest create:
                return Response("Create", "id", portal.InTransaction(() => Create(create.Target, portal)));
            case UpdateRequest update:
                portal.Update(Resolved(update.Target), update.ConcurrencyBehavior);
                return new OrganizationResponse { ResponseName = "Update" };
            case UpsertRequest upsert:
                return portal.InTransaction(() => Upsert(upsert.Target, portal));
            case DeleteRequest delete:
                portal.Delete(
                    new EntityReference(delete.Target.LogicalName, Id(delete.Target)) { RowVersion = delete.Target.RowVersion }, delete.ConcurrencyBehavior);
                return new OrganizationResponse { ResponseName = "Delete" };
            case RetrieveRequest retrieve:
                return Response("Retrieve", "Entity", portal.Retrieve(retrieve.Target.LogicalName, Id(retrieve.Target), retrieve.ColumnSet));
            case RetrieveMultipleRequest query:
                return Response("RetrieveMultiple", "EntityCollection", portal.RetrieveMultiple(query.Query));
            case AssociateRequest associate:
                portal.Associate(associate.Target.LogicalName, Id(associate.Target), associate.Relationship, associate.RelatedEntities);
                return new OrganizationResponse { ResponseName = "Associate" };
            case DisassociateRequest disassociate:
                portal.Disassociate(disassociate.Target.LogicalName, Id(disassociate.Target), disassociate.Relationship, disassociate.RelatedEntities);
                return new OrganizationResponse { ResponseName = "Disassociate" };
            default:
                throw ApiErrors.UnknownSegment(message.RequestName);
        }
    }

    /// <summary>Every row of a deep insert asks for its own permission; the caller's transaction makes them one.</summary>
    private Guid Create(Entity row, PortalService portal)
    {
        var related = row.RelatedEntities.ToArray();
        foreach (var (relation, _) in related)
        {
            row.RelatedEntities.Remove(relation);
        }

        var id = portal.Create(row);
        var table = schema.Table(row.LogicalName);
        foreach (var (relation, rows) in related)
        {
            var navigation = table.Collections.Values.First(c => c.Relation == relation.SchemaName && c.Target == rows.EntityName);
            foreach (var child in rows.Entities)
            {
                Attach(new EntityReference(row.LogicalName, id), relation, navigation, child, portal);
            }
        }

        return id;
    }

    private void Attach(EntityReference parent, Relationship relation, CollectionNavigation navigation, Entity child, PortalService portal)
    {
        var isNew = child.Id == Guid.Empty && child.KeyAttributes.Count == 0;
        if (navigation.ChildColumn is { } column)
        {
            child[column] = parent;
            if (isNew)
            {
                Create(child, portal);
            }
            else
            {
                portal.Update(Resolved(child));
            }

            return;
        }

        var reference = isNew ? new EntityReference(child.LogicalName, Create(child, portal)) : Resolved(child).ToEntityReference();
        portal.Associate(parent.LogicalName, parent.Id, relation, [reference]);
    }

    private UpsertResponse Upsert(Entity row, PortalService portal)
    {
        var known = Locked(() => organization.Writer.Keys.Find(organization.Table(row.LogicalName), row));
        if (known is { } id)
        {
            row.Id = id;
            portal.Update(row);
        }

        var target = new EntityReference(row.LogicalName, known ?? Create(row, portal));
        var response = new UpsertResponse { ResponseName = "Upsert" };
        response.Results["RecordCreated"] = known is null;
        response.Results["Target"] = target;
        return response;
    }

    private Entity Resolved(Entity row)
    {
        row.Id = Locked(() => organization.Writer.Keys.Resolve(organization.Table(row.LogicalName), row));
        return row;
    }

    private Guid Id(EntityReference row) => Locked(() => organization.Writer.Keys.Resolve(organization.Table(row.LogicalName), row));

    private T Locked<T>(Func<T> read)
    {
        using (organization.Database.Gate.Enter())
        {
            return read();
        }
    }

    private static OrganizationResponse Response(string name, string result, object value)
    {
        var response = new OrganizationResponse { ResponseName = name };
        response.Results[result] = value;
        return response;
    }
}
