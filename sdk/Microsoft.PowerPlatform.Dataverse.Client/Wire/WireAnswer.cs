using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>An answer of the Web API, whole: of a request of its own or of a part of a batch.</summary>
internal sealed record WireAnswer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    // What asks for more is a mistake; it is not waited for longer than this.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>How long the platform asks to wait before the request is sent again; null when it says nothing.</summary>
    public TimeSpan? RetryAfter(DateTimeOffset now)
    {
        if (Header("Retry-After") is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0)
            return TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? TimeSpan.FromTicks(Math.Clamp((until - now).Ticks, 0, Longest.Ticks))
            : null;
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The body as JSON.</summary>
    /// <exception cref="DataverseOperationException">It is none.</exception>
    public JsonElement Json()
    {
        try
        {
            // Cut loose from its document, so that nobody has to keep and release it; small answers are the rule.
            return JsonElement.Parse(Body);
        }
        catch (JsonException e)
        {
            throw new DataverseOperationException($"The answer ({(int)Status}) is no JSON: {Start()} {WireFaults.WrongAddress}", e);
        }
    }

    /// <summary>The first characters of the body, for errors.</summary>
    public string Start()
    {
        var text = Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 300)).Trim();
        return text.Length == 0 ? "(empty)" : text;
    }

    /// <summary>The id in <c>OData-EntityId: https://.../accounts(GUID)</c>.</summary>
    public Guid EntityId()
    {
        var address = Header("OData-EntityId") ?? Header("Location");
        var open = address?.LastIndexOf('(') ?? -1;
        return open > 0 && Guid.TryParse(address.AsSpan(open + 1).TrimEnd(')'), out var id)
            ? id
            : throw new DataverseOperationException("The answer does not say which row it is about (OData-EntityId is missing).");
    }
}
