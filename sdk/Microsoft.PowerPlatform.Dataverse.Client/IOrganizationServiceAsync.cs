using System;
using System.ServiceModel;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <summary><see cref="IOrganizationService"/> with asynchronous methods. They exist in clients only, not in plug-ins.</summary>
[ServiceContract(Name = "IOrganizationService", Namespace = "http://schemas.microsoft.com/xrm/2011/Contracts/Services")]
public interface IOrganizationServiceAsync : IOrganizationService
{
    /// <summary>Creates a row and gives its id.</summary>
    [OperationContract]
    Task<Guid> CreateAsync(Entity entity);

    /// <summary>Reads a row.</summary>
    [OperationContract]
    Task<Entity> RetrieveAsync(string entityName, Guid id, ColumnSet columnSet);

    /// <summary>Writes the columns that are set, and no others.</summary>
    [OperationContract]
    Task UpdateAsync(Entity entity);

    /// <summary>Deletes a row.</summary>
    [OperationContract]
    Task DeleteAsync(string entityName, Guid id);

    /// <summary>Runs a message.</summary>
    [OperationContract]
    Task<OrganizationResponse> ExecuteAsync(OrganizationRequest request);

    /// <summary>Relates a row to others.</summary>
    [OperationContract]
    Task AssociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    /// <summary>Takes away relations of a row to others.</summary>
    [OperationContract]
    Task DisassociateAsync(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    /// <summary>Reads one page of rows.</summary>
    [OperationContract]
    Task<EntityCollection> RetrieveMultipleAsync(QueryBase query);
}
