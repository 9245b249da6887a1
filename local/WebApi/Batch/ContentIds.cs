using System;
using System.Collections.Generic;
using CrmAddon.Local.WebApi.Errors;

namespace CrmAddon.Local.WebApi.Batch;

/// <summary>The rows that requests of a change set are named by: <c>$1</c> stands for the row of the request with Content-ID 1.</summary>
internal static class ContentIds
{
    public static string Resolve(string address, IReadOnlyDictionary<string, string>? references)
    {
        var end = address.AsSpan().IndexOfAny('/', '?');
        var name = end < 0 ? address[1..] : address[1..end];
        return references is not null && references.TryGetValue(name, out var target)
            ? target + (end < 0 ? string.Empty : address[end..])
            : throw new ApiException(400, ApiErrors.None, $"Content-ID Reference: '${name}' does not exist in the batch context.");
    }
}
