using System;
using System.Collections.Generic;

namespace CrmAddon.Local.WebApi.Batch;

/// <summary>A part between two boundaries: its headers, and what follows them.</summary>
/// <param name="Headers">Headers of the part.</param>
/// <param name="Content">The bytes after the empty line.</param>
/// <param name="IsWindows">Whether its lines end as they must, with CR and LF.</param>
internal sealed record BatchPart(IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Content, bool IsWindows)
{
    public string ContentType => Headers.TryGetValue("Content-Type", out var type) ? type : string.Empty;

    public string? ContentId => Headers.TryGetValue("Content-ID", out var id) ? id.Trim() : null;

    public bool IsChangeSet => ContentType.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase);
}
