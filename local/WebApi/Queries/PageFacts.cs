using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>What a page says of the whole: how many rows there are, and whether more follow.</summary>
internal readonly record struct PageFacts(int Total, bool TotalExceeded, bool More)
{
    public static PageFacts Of(EntityCollection page) => new(page.TotalRecordCount, page.TotalRecordCountLimitExceeded, page.MoreRecords);
}
