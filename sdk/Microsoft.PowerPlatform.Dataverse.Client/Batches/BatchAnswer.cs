using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client.Batches;

/// <summary>
/// Reads the answer of <c>$batch</c>: for each request its answer, for each change set the answers of its requests, or the one of the
/// request that failed it.
/// </summary>
internal static class BatchAnswer
{
    /// <summary>The answers of the batch's parts, in order; a change set is one part.</summary>
    public static IReadOnlyList<IReadOnlyList<WireAnswer>> Read(WireAnswer answer)
    {
        List<IReadOnlyList<WireAnswer>> parts = [];
        foreach (var part in Parts(answer.Body, Boundary(answer.Header("Content-Type"))))
        {
            var (headers, content) = Headers(part.Span);
            if (IsMultipart(headers.GetValueOrDefault("Content-Type")))
            {
                List<WireAnswer> set = [];
                foreach (var inner in Parts(part[content..], Boundary(headers["Content-Type"])))
                    set.Add(Http(inner));
                parts.Add(set);
            }
            else
            {
                parts.Add([Http(part)]);
            }
        }

        return parts;
    }

    public static bool IsMultipart(string? contentType) =>
        contentType?.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase) ?? false;

    private static byte[] Boundary(string? contentType)
    {
        const string Name = "boundary=";
        var start = contentType?.IndexOf(Name, StringComparison.OrdinalIgnoreCase) ?? -1;
        if (start < 0)
            throw new DataverseOperationException("The answer of the batch has no boundary.");
        var value = contentType![(start + Name.Length)..];
        var end = value.IndexOf(';', StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes("--" + (end < 0 ? value : value[..end]).Trim().Trim('"'));
    }

    private static List<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        List<ReadOnlyMemory<byte>> parts = [];
        var start = body.Span.IndexOf(boundary);
        while (start >= 0)
        {
            var after = start + boundary.Length;
            var rest = body[after..];
            if (rest.Span.StartsWith("--"u8))
                break;
            var length = rest.Span.IndexOf(boundary);
            if (length < 0)
                throw new DataverseOperationException("The answer of the batch breaks off.");
            parts.Add(Trim(rest[..length]));
            start = after + length;
        }

        return parts;
    }

    // Between boundary and part, and part and boundary, is a line break.
    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> part)
    {
        var span = part.Span;
        var start = span.StartsWith("\r\n"u8) ? 2 : span.StartsWith("\n"u8) ? 1 : 0;
        var end = part.Length;
        if (end > start && span[end - 1] == '\n')
            end--;
        if (end > start && span[end - 1] == '\r')
            end--;
        return part[start..end];
    }

    private static WireAnswer Http(ReadOnlyMemory<byte> part)
    {
        var (envelope, http) = Headers(part.Span);
        part = part[http..];
        var lineEnd = part.Span.IndexOf((byte)'\n');
        // HTTP/1.1 204 No Content
        var status = Encoding.ASCII.GetString(part.Span[..Math.Max(0, lineEnd)]).Split(' ', 3);
        if (status.Length < 2 || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            throw new DataverseOperationException("A part of the batch's answer has no status.");
        part = part[(lineEnd + 1)..];
        var (headers, body) = Headers(part.Span);
        if (envelope.TryGetValue("Content-ID", out var id))
            headers["Content-ID"] = id;
        return new WireAnswer((HttpStatusCode)code, headers, Trim(part[body..]).ToArray());
    }

    /// <summary>Headers up to the empty line, and where what comes after it begins.</summary>
    private static (Dictionary<string, string> Headers, int Content) Headers(ReadOnlySpan<byte> text)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (at < text.Length)
        {
            var end = text[at..].IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(text[at..(end < 0 ? text.Length : at + end)]).TrimEnd('\r');
            at = end < 0 ? text.Length : at + end + 1;
            if (line.Length == 0)
                break;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return (headers, at);
    }
}
