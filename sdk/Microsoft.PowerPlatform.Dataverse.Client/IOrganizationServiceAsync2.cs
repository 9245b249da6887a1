using System;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <summary><see cref="IOrganizationServiceAsync"/> with methods that can be cancelled.</summary>
[ServiceContract(Name = "IOrganizationService", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts/Services")]
public interface IOrganizationServiceAsync2 : IOrganizationServiceAsync
{
    /// <summary>Relates a row to others.</summary>
    [OperationContract]
    Task AssociateAsync(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken);

    /// <summary>Creates a row and gives its id.</summary>
    [OperationContract]
    Task<Guid> CreateAsync(Entity entity, CancellationToken cancellationToken);

    /// <summary>Creates a row and gives it as it is stored.</summary>
    Task<Entity> CreateAndReturnAsync(Entity entity, CancellationToken cancellationToken);

    /// <summary>Deletes a row.</summary>
    [OperationContract]
    Task DeleteAsync(string entityName, Guid id, CancellationToken cancellationToken);

    /// <summary>Takes away relations of a row to others.</summary>
    [OperationContract]
    Task DisassociateAsync(
        string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities, CancellationToken cancellationToken);

    /// <summary>Runs a message.</summary>
    [OperationContract]
    Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a row.</summary>
    [OperationContract]
    Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet, CancellationToken cancellationToken);

    /// <summary>Reads one page of rows.</summary>
    [OperationContract]
    Task<EntityCollection> RetrieveMultipleAsync(QueryBase query, CancellationToken cancellationToken);

    /// <summary>Writes the columns that are set, and no others.</summary>
    [OperationContract]
    Task UpdateAsync(Entity entity, CancellationToken cancellationToken);
}
