using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>
/// A service that reads at once and keeps what is written until <see cref="Commit"/> sends it as one transaction. An asynchronous
/// plug-in has no transaction of its own: without this, a job that is killed in the middle would leave half of its rows. What was
/// written is not read back before it is committed.
/// </summary>
internal sealed class UnitOfWork(IOrganizationService service) : IOrganizationService
{
    private readonly List<OrganizationRequest> _writes = [];

    /// <summary>Sends everything written so far, all or nothing.</summary>
    public void Commit()
    {
        if (_writes.Count == 0)
            return;

        var requests = new OrganizationRequestCollection();
        requests.AddRange(_writes);
        _writes.Clear();
        service.Execute(new ExecuteTransactionRequest { Requests = requests, ReturnResponses = false });
    }

    public Guid Create(Entity entity)
    {
        if (entity.Id == Guid.Empty)
            entity.Id = Guid.NewGuid();

        _writes.Add(new CreateRequest { Target = entity });
        return entity.Id;
    }

    public void Update(Entity entity) => _writes.Add(new UpdateRequest { Target = entity });

    public void Delete(string entityName, Guid id) =>
        _writes.Add(new DeleteRequest { Target = new EntityReference(entityName, id) });

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        _writes.Add(request);
        return new OrganizationResponse();
    }

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => service.Retrieve(entityName, id, columnSet);

    public EntityCollection RetrieveMultiple(QueryBase query) => service.RetrieveMultiple(query);

    public void Associate(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException("The add-on associates no rows.");

    public void Disassociate(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException("The add-on disassociates no rows.");
}
