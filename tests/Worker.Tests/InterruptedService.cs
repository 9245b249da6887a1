using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Tests;

/// <summary>
/// A service whose caller dies at one of its calls: before it was carried out, or after it was and before the answer arrived.
/// </summary>
internal sealed class InterruptedService(IOrganizationService inner, int dieAt, bool afterwards) : IOrganizationService
{
    public int Calls { get; private set; }

    public Guid Create(Entity entity) => Call(() => inner.Create(entity));

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => Call(() => inner.Retrieve(entityName, id, columnSet));

    public void Update(Entity entity) => Call(() => inner.Update(entity));

    public void Delete(string entityName, Guid id) => Call(() => inner.Delete(entityName, id));

    public OrganizationResponse Execute(OrganizationRequest request) => Call(() => inner.Execute(request));

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Call(() => inner.Associate(entityName, entityId, relationship, relatedEntities));

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Call(() => inner.Disassociate(entityName, entityId, relationship, relatedEntities));

    public EntityCollection RetrieveMultiple(QueryBase query) => Call(() => inner.RetrieveMultiple(query));

    private void Call(Action work) => Call(() =>
    {
        work();
        return 0;
    });

    private T Call<T>(Func<T> work)
    {
        var dies = ++Calls == dieAt;
        if (dies && !afterwards)
            throw new KilledException();
        var result = work();
        return dies ? throw new KilledException() : result;
    }
}
