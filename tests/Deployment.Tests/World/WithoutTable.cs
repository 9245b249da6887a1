using System;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Deployment.Tests;

/// <summary>An environment that lacks a table: the local Dataverse always has those of Sales.</summary>
internal sealed class WithoutTable(IOrganizationServiceAsync2 inner, string table) : IOrganizationServiceAsync2
{
    public Task<EntityCollection> RetrieveMultipleAsync(QueryBase query, CancellationToken cancellationToken) => query is QueryExpression { EntityName: var name } && name == table
        ? throw new FaultException<OrganizationServiceFault>(
            new OrganizationServiceFault { ErrorCode = unchecked((int)0x80041102), Message = $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache." },
            new FaultReason("no table"))
        : inner.RetrieveMultipleAsync(query, cancellationToken);

    public Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet, CancellationToken cancellationToken) => inner.RetrieveAsync(entityName, id, columnSet, cancellationToken);

    public Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, CancellationToken cancellationToken) => inner.ExecuteAsync(request, cancellationToken);

    public Task<Guid> CreateAsync(Entity entity, CancellationToken cancellationToken) => inner.CreateAsync(entity, cancellationToken);

    public Task<Entity> CreateAndReturnAsync(Entity entity, CancellationToken cancellationToken) => inner.CreateAndReturnAsync(entity, cancellationToken);

    public Task UpdateAsync(Entity entity, CancellationToken cancellationToken) => inner.UpdateAsync(entity, cancellationToken);

    public Task DeleteAsync(string entityName, Guid id, CancellationToken cancellationToken) => inner.DeleteAsync(entityName, id, cancellationToken);

    public Task AssociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken) =>
        inner.AssociateAsync(entityName, entityId, relationship, relatedEntities, cancellationToken);

    public Task DisassociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken) =>
        inner.DisassociateAsync(entityName, entityId, relationship, relatedEntities, cancellationToken);

    public Task<Guid> CreateAsync(Entity entity) => inner.CreateAsync(entity);

    public Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet) => inner.RetrieveAsync(entityName, id, columnSet);

    public Task UpdateAsync(Entity entity) => inner.UpdateAsync(entity);

    public Task DeleteAsync(string entityName, Guid id) => inner.DeleteAsync(entityName, id);

    public Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request) => inner.ExecuteAsync(request);

    public Task AssociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        inner.AssociateAsync(entityName, entityId, relationship, relatedEntities);

    public Task DisassociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        inner.DisassociateAsync(entityName, entityId, relationship, relatedEntities);

    public Task<EntityCollection> RetrieveMultipleAsync(QueryBase query) => inner.RetrieveMultipleAsync(query);

    public Guid Create(Entity entity) => inner.Create(entity);

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => inner.Retrieve(entityName, id, columnSet);

    public void Update(Entity entity) => inner.Update(entity);

    public void Delete(string entityName, Guid id) => inner.Delete(entityName, id);

    public OrganizationResponse Execute(OrganizationRequest request) => inner.Execute(request);

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        inner.Associate(entityName, entityId, relationship, relatedEntities);

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        inner.Disassociate(entityName, entityId, relationship, relatedEntities);

    public EntityCollection RetrieveMultiple(QueryBase query) => inner.RetrieveMultiple(query);
}
