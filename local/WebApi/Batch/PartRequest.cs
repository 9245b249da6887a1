using System;
using System.Collections.Generic;
using System.Text;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;

namespace CrmAddon.Local.WebApi.Batch;

/// <summary>Reads the request that a part of a batch holds.</summary>
internal static class PartRequest
{
    private const int LongestAddress = 65536;

    public static ApiRequest Read(BatchPart part, ApiRequest batch, Callers callers, IReadOnlyDictionary<string, string>? references)
    {
        if (!part.ContentType.StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
        {
            throw ApiErrors.Argument($"A part of a batch has the content type '{part.ContentType}': application/http is expected.");
        }

        var text = part.Content;
        var end = text.Span.IndexOf((byte)'\n');
        var line = Encoding.UTF8.GetString(end < 0 ? text.Span : text.Span[..end]).Trim();
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var method, var address, var protocol] || !protocol.StartsWith("HTTP/", StringComparison.Ordinal))
        {
            throw ApiErrors.Argument($"The request line '{(line.Length > 200 ? line[..200] + "…" : line)}' in the batch is invalid: 'METHOD address HTTP/1.1' is expected.");
        }

        if (address.Length > LongestAddress)
        {
            throw ApiErrors.Argument("An address in the batch is longer than 65,536 characters.");
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var start = end < 0 ? text.Length : end + 1;
        start += Multipart.Headers(text.Span[start..], headers);
        var (path, query) = Split(Resolve(address, batch, references));
        return new ApiRequest
        {
            Method = method.ToUpperInvariant(),
            Path = path,
            Query = query,
            Headers = headers,
            Body = Body(text[start..], part.IsWindows),
            Root = batch.Root,
            Caller = callers.Of(name => headers.TryGetValue(name, out var value) ? value : null, batch.Caller.InitiatingUserId) is var own && own.UserId != own.InitiatingUserId ? own : batch.Caller,
            References = references,
            IsBatchPart = true,
        };
    }

    // Without CR before LF the platform finds no body, unless two line ends follow it:
    // https://learn.microsoft.com/troubleshoot/power-platform/power-apps/dataverse/web-api-client-errors
    private static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> body, bool isWindows)
    {
        if (!isWindows && !body.Span.EndsWith("\n"u8))
        {
            return default;
        }

        var length = body.Span.TrimEnd(" \r\n\t"u8).Length;
        return body[..length];
    }

    /// <summary>The address below the version, of any of its forms: whole, from the root, relative, or by a Content-ID.</summary>
    private static string Resolve(string address, ApiRequest batch, IReadOnlyDictionary<string, string>? references)
    {
        if (address.StartsWith('$') && address.Length > 1 && char.IsAsciiLetterOrDigit(address[1]) && !address.StartsWith("$metadata", StringComparison.Ordinal) && !address.StartsWith("$batch", StringComparison.Ordinal))
        {
            return ContentIds.Resolve(address, references);
        }

        var api = address.IndexOf("/api/data/v", StringComparison.OrdinalIgnoreCase);
        if (api >= 0 && (api == 0 || address.Contains("://", StringComparison.Ordinal)))
        {
            var version = address.IndexOf('/', api + "/api/data/".Length);
            return version < 0 ? string.Empty : address[(version + 1)..];
        }

        return !address.Contains("://", StringComparison.Ordinal) && !address.StartsWith('/')
            ? address
            : throw ApiErrors.BadUri($"The address '{address}' in the batch is none of this Web API, {batch.Root}.");
    }

    private static (string Path, string Query) Split(string address)
    {
        var mark = address.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (address, string.Empty) : (address[..mark], address[(mark + 1)..]);
    }
}
