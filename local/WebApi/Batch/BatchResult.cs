using System.Collections.Generic;
using CrmAddon.Local.WebApi.Http;

namespace CrmAddon.Local.WebApi.Batch;

/// <summary>The answers to one item of a batch: to a request, or to the requests of a change set.</summary>
internal sealed record BatchResult(bool IsChangeSet, IReadOnlyList<(string? ContentId, ApiResponse Response)> Responses)
{
    public bool Failed => Responses.Count > 0 && Responses[^1].Response.Status >= 400;
}
