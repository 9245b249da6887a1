using System;
using System.Globalization;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Running;

/// <summary>The next page of a FetchXML query, as the documentation pages: the number one higher, with the cookie of the page before.</summary>
internal static class Paging
{
    public static string Next(string fetch, string? cookie)
    {
        var xml = XElement.Parse(fetch);
        var page = (int?)xml.Attribute("page") ?? 1;
        xml.SetAttributeValue("page", page + 1);
        xml.SetAttributeValue("paging-cookie", cookie);
        return xml.ToString();
    }

    public static TimeSpan Span(Block block, string number, string unit)
    {
        var count = int.Parse(number, CultureInfo.InvariantCulture);
        return unit.TrimEnd('s') switch
        {
            "second" => TimeSpan.FromSeconds(count),
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            _ => throw block.Error($"'{unit}' is no unit of time."),
        };
    }
}

/// <summary>Answers a query with all of its pages.</summary>
internal sealed class AllPages(IOrganizationService service) : IOrganizationService
{
    public OrganizationResponse Execute(OrganizationRequest request)
    {
        var fetch = ((FetchExpression)request["Query"]!).Query;
        var response = service.Execute(request);
        var all = (EntityCollection)response.Results["EntityCollection"]!;
        for (var page = all; page.MoreRecords;)
        {
            fetch = Paging.Next(fetch, page.PagingCookie);
            page = service.RetrieveMultiple(new FetchExpression(fetch));
            all.Entities.AddRange(page.Entities);
        }

        return response;
    }

    public Guid Create(Entity entity) => throw new NotSupportedException();

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => throw new NotSupportedException();

    public void Update(Entity entity) => throw new NotSupportedException();

    public void Delete(string entityName, Guid id) => throw new NotSupportedException();

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

    public EntityCollection RetrieveMultiple(QueryBase query) => throw new NotSupportedException();
}
