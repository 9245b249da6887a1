using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Running;

/// <summary>A service of which cases use Execute alone.</summary>
internal abstract class ExecuteOnly : IOrganizationService
{
    public abstract OrganizationResponse Execute(OrganizationRequest request);

    public Guid Create(Entity entity) => throw new NotSupportedException();

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => throw new NotSupportedException();

    public void Update(Entity entity) => throw new NotSupportedException();

    public void Delete(string entityName, Guid id) => throw new NotSupportedException();

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

    public EntityCollection RetrieveMultiple(QueryBase query) => throw new NotSupportedException();
}

/// <summary>Answers a query with all of its pages.</summary>
internal sealed class AllPages(IOrganizationService service) : ExecuteOnly
{
    public override OrganizationResponse Execute(OrganizationRequest request)
    {
        var fetch = ((FetchExpression)request["Query"]!).Query;
        var response = service.Execute(request);
        var all = (EntityCollection)response.Results["EntityCollection"]!;
        for (var page = all; page.MoreRecords;)
        {
            fetch = Paging.Next(fetch, page.PagingCookie);
            var next = service.Execute(new OrganizationRequest("RetrieveMultiple") { ["Query"] = new FetchExpression(fetch) });
            page = (EntityCollection)next.Results["EntityCollection"]!;
            all.Entities.AddRange(page.Entities);
        }

        return response;
    }
}

/// <summary>Connects with the first request.</summary>
internal sealed class FirstRequest(Func<IOrganizationService> connect) : ExecuteOnly
{
    public override OrganizationResponse Execute(OrganizationRequest request) => connect().Execute(request);
}
