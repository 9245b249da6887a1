using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.PowerPlatform.Dataverse.Client.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <content>The operations: each is a message, and each message can be executed by name.</content>
public partial class ServiceClient
{
    /// <inheritdoc />
    public Guid Create(Entity entity) => Wait(() => CreateAsync(entity, CancellationToken.None));

    /// <inheritdoc />
    public Task<Guid> CreateAsync(Entity entity) => CreateAsync(entity, CancellationToken.None);

    /// <inheritdoc />
    public async Task<Guid> CreateAsync(Entity entity, CancellationToken cancellationToken) =>
        ((CreateResponse)await ExecuteAsync(new CreateRequest { Target = entity }, cancellationToken).ConfigureAwait(false)).id;

    /// <summary>Creates a row and gives it as it is stored.</summary>
    public Task<Entity> CreateAndReturnAsync(Entity entity) => CreateAndReturnAsync(entity, CancellationToken.None);

    /// <inheritdoc />
    public Task<Entity> CreateAndReturnAsync(Entity entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return Told(RowMessages.CreateAndReturnAsync(entity, Open(), cancellationToken), "Create");
    }

    /// <inheritdoc />
    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => Wait(() => RetrieveAsync(entityName, id, columnSet, CancellationToken.None));

    /// <inheritdoc />
    public Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet) => RetrieveAsync(entityName, id, columnSet, CancellationToken.None);

    /// <inheritdoc />
    public async Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet, CancellationToken cancellationToken) =>
        ((RetrieveResponse)await ExecuteAsync(
            new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet }, cancellationToken).ConfigureAwait(false)).Entity;

    /// <inheritdoc />
    public void Update(Entity entity) => Wait(() => UpdateAsync(entity, CancellationToken.None));

    /// <inheritdoc />
    public Task UpdateAsync(Entity entity) => UpdateAsync(entity, CancellationToken.None);

    /// <inheritdoc />
    public Task UpdateAsync(Entity entity, CancellationToken cancellationToken) => ExecuteAsync(new UpdateRequest { Target = entity }, cancellationToken);

    /// <inheritdoc />
    public void Delete(string entityName, Guid id) => Wait(() => DeleteAsync(entityName, id, CancellationToken.None));

    /// <inheritdoc />
    public Task DeleteAsync(string entityName, Guid id) => DeleteAsync(entityName, id, CancellationToken.None);

    /// <inheritdoc />
    public Task DeleteAsync(string entityName, Guid id, CancellationToken cancellationToken) =>
        ExecuteAsync(new DeleteRequest { Target = new EntityReference(entityName, id) }, cancellationToken);

    /// <inheritdoc />
    public EntityCollection RetrieveMultiple(QueryBase query) => Wait(() => RetrieveMultipleAsync(query, CancellationToken.None));

    /// <inheritdoc />
    public Task<EntityCollection> RetrieveMultipleAsync(QueryBase query) => RetrieveMultipleAsync(query, CancellationToken.None);

    /// <inheritdoc />
    public async Task<EntityCollection> RetrieveMultipleAsync(QueryBase query, CancellationToken cancellationToken) =>
        ((RetrieveMultipleResponse)await ExecuteAsync(new RetrieveMultipleRequest { Query = query }, cancellationToken).ConfigureAwait(false)).EntityCollection;

    /// <inheritdoc />
    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Wait(() => AssociateAsync(entityName, entityId, relationship, relatedEntities, CancellationToken.None));

    /// <inheritdoc />
    public Task AssociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        AssociateAsync(entityName, entityId, relationship, relatedEntities, CancellationToken.None);

    /// <inheritdoc />
    public Task AssociateAsync(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken) =>
        ExecuteAsync(
            new AssociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities },
            cancellationToken);

    /// <inheritdoc />
    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        Wait(() => DisassociateAsync(entityName, entityId, relationship, relatedEntities, CancellationToken.None));

    /// <inheritdoc />
    public Task DisassociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        DisassociateAsync(entityName, entityId, relationship, relatedEntities, CancellationToken.None);

    /// <inheritdoc />
    public Task DisassociateAsync(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken) =>
        ExecuteAsync(
            new DisassociateRequest { Target = new EntityReference(entityName, entityId), Relationship = relationship, RelatedEntities = relatedEntities },
            cancellationToken);

    /// <inheritdoc />
    public OrganizationResponse Execute(OrganizationRequest request) => Wait(() => ExecuteAsync(request, CancellationToken.None));

    /// <inheritdoc />
    public Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request) => ExecuteAsync(request, CancellationToken.None);

    /// <inheritdoc />
    public Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Told(MessageCatalog.ExecuteAsync(request, Open(), cancellationToken), request.RequestName);
    }

    // A thread with a context of its own (a window's, say) would wait for what wants to come back to it: the work goes elsewhere then.
    private static void Wait(Func<Task> work) => (SynchronizationContext.Current is null ? work() : Task.Run(work)).GetAwaiter().GetResult();

    private static T Wait<T>(Func<Task<T>> work) => (SynchronizationContext.Current is null ? work() : Task.Run(work)).GetAwaiter().GetResult();

    private Session Open()
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        return session;
    }

    private async Task<T> Told<T>(Task<T> work, string? message)
    {
        try
        {
            var result = await work.ConfigureAwait(false);
            session.Keep(null);
            return result;
        }
        catch (Exception e) when (Tell(e, message))
        {
            throw;
        }
    }

    private bool Tell(Exception exception, string? message)
    {
        session.Keep(exception);
        if (logger is not null && exception is not OperationCanceledException)
            Failed(logger, message ?? "?", exception.Message);
        return false;
    }

    // Messages of the platform only: neither rows nor tokens.
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} failed: {Reason}")]
    private static partial void Failed(ILogger logger, string message, string reason);
}
