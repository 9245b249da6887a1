using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

/// <summary>
/// Reads and writes rows and runs messages, as one user. A failure is a <see cref="FaultException{TDetail}"/> of
/// <see cref="OrganizationServiceFault"/>.
/// </summary>
[ServiceContract(Name = "IOrganizationService", Namespace = ContractNamespaces.Services2011)]
public interface IOrganizationService
{
    /// <summary>Creates a row and gives its id.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    Guid Create(Entity entity);

    /// <summary>Reads a row.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    Entity Retrieve(string entityName, Guid id, ColumnSet columnSet);

    /// <summary>Writes the columns that are set, and no others.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Update(Entity entity);

    /// <summary>Deletes a row.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Delete(string entityName, Guid id);

    /// <summary>Runs a message.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    OrganizationResponse Execute(OrganizationRequest request);

    /// <summary>Relates a row to others.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    /// <summary>Takes away relations of a row to others.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities);

    /// <summary>Reads one page of rows.</summary>
    [OperationContract]
    [FaultContract(typeof(OrganizationServiceFault))]
    EntityCollection RetrieveMultiple(QueryBase query);
}
