using System.Collections.Generic;
using CrmAddon.Plugins.Languages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Impact;

/// <summary>Reads as many rows as a preview can hold and judge within the platform's two minutes.</summary>
internal static class BoundedRows
{
    private const int PageSize = 5000;
    private const int MostPages = 10;

    /// <summary>The first rows of the query, and whether there are more.</summary>
    public static (List<Entity> Rows, bool HasMore) AtMost(this IOrganizationService service, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 };
        var rows = new List<Entity>();
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            if (!page.MoreRecords || query.PageInfo.PageNumber == MostPages)
                return (rows, page.MoreRecords);

            query.PageInfo.PageNumber += 1;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    /// <summary>Every row of the query.</summary>
    /// <exception cref="Refusal">There are too many: part of them would give a wrong preview.</exception>
    public static List<Entity> Whole(this IOrganizationService service, QueryExpression query) =>
        service.AtMost(query) is var (rows, hasMore) && hasMore ? throw ImpactText.TooMuch() : rows;
}
