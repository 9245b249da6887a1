using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http.Headers;

namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>The header Retry-After, in seconds or as an HTTP date, of any length.</summary>
internal static class RetryAfter
{
    /// <summary>How long to wait from now; null when the header is missing or says nothing readable.</summary>
    public static TimeSpan? Of(IDictionary<string, IEnumerable<string>>? headers, DateTimeOffset now)
    {
        var value = headers?.FirstOrDefault(header => string.Equals(header.Key, "Retry-After", StringComparison.OrdinalIgnoreCase)).Value;
        if (value is null || !RetryConditionHeaderValue.TryParse(value.FirstOrDefault(), out var condition))
            return null;
        var wait = condition.Delta ?? condition.Date - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
