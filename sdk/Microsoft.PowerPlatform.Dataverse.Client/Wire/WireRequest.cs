using System.Collections.Generic;
using System.Net.Http;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>One request to the Web API; its path is relative to <c>/api/data/v9.2/</c>.</summary>
internal sealed record WireRequest(HttpMethod Method, string Path)
{
    public const string Json = "application/json; charset=utf-8";

    /// <summary>The body; null for none.</summary>
    public byte[]? Body { get; init; }

    public string ContentType { get; init; } = Json;

    /// <summary>Headers of this request beside those that every request has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether it may be sent again when nobody knows whether it was carried out: because it changes nothing.</summary>
    public bool MayRepeat { get; init; } = Method == HttpMethod.Get;

    public static WireRequest Get(string path) => new(HttpMethod.Get, path);

    /// <summary>With one header more.</summary>
    public WireRequest With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
