using System;
using System.Collections.Generic;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Portal;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>One request to the Web API, of its own or a part of a batch.</summary>
internal sealed class ApiRequest
{
    private Preferences? _preferences;

    public required string Method { get; init; }

    /// <summary>What follows the version in the address, as it was sent.</summary>
    public required string Path { get; init; }

    /// <summary>The query without its question mark, as it was sent.</summary>
    public required string Query { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The address of the Web API with its version and a slash at the end.</summary>
    public required string Root { get; init; }

    /// <summary>On whose behalf the request runs.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The visitor of the portal, through whose service the request goes; null for the Web API itself.</summary>
    public PortalService? Portal { get; init; }

    /// <summary>Rows that earlier requests of the same change set named with a Content-ID.</summary>
    public IReadOnlyDictionary<string, string>? References { get; init; }

    public bool IsBatchPart { get; init; }

    public Preferences Preferences => _preferences ??= Preferences.Read(Header("Prefer"));

    /// <summary>A text for plug-ins to see: <c>?tag=...</c></summary>
    public string? Tag => Query.Contains("tag=", StringComparison.Ordinal) ? Paths.QueryText.Read(Query).GetValueOrDefault("tag") : null;

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
