using System;
using System.Collections.Generic;
using System.Text;
using CrmAddon.Local.WebApi.Errors;

namespace CrmAddon.Local.WebApi.Batch;

/// <summary>Takes a <c>multipart/mixed</c> body apart.</summary>
internal static class Multipart
{
    public static string Boundary(string? contentType)
    {
        foreach (var part in (contentType ?? string.Empty).Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("boundary=", StringComparison.OrdinalIgnoreCase) && part["boundary=".Length..].Trim('"') is { Length: > 0 } boundary)
            {
                return boundary;
            }
        }

        throw ApiErrors.Argument($"The content type '{contentType}' of a batch must be multipart/mixed with a boundary.");
    }

    public static List<BatchPart> Parts(ReadOnlyMemory<byte> body, string boundary)
    {
        var mark = Encoding.UTF8.GetBytes("--" + boundary);
        var parts = new List<BatchPart>();
        var start = Find(body.Span, mark, 0);
        if (start < 0)
        {
            throw ApiErrors.Argument($"The body of the batch has no boundary --{boundary}.");
        }

        while (true)
        {
            var from = start + mark.Length;
            if (body.Span[from..].StartsWith("--"u8))
            {
                return parts;
            }

            var end = Find(body.Span, mark, from);
            if (end < 0)
            {
                throw ApiErrors.Argument($"The body of the batch ends without --{boundary}--.");
            }

            parts.Add(Part(WithoutLineEnds(body[from..end])));
            start = end;
        }
    }

    /// <summary>Reads headers up to the empty line; gives where the rest begins.</summary>
    public static int Headers(ReadOnlySpan<byte> text, Dictionary<string, string> headers)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at..].IndexOf((byte)'\n');
            var line = Encoding.UTF8.GetString(length < 0 ? text[at..] : text.Slice(at, length)).TrimEnd('\r');
            at = length < 0 ? text.Length : at + length + 1;
            if (line.Length == 0)
            {
                return at;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw ApiErrors.Argument($"The message header '{line}' in the batch is invalid: it is no 'name: value'.");
            }

            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return at;
    }

    private static BatchPart Part(ReadOnlyMemory<byte> text)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var start = Headers(text.Span, headers);
        return new BatchPart(headers, text[start..], text.Span.IndexOf("\r\n"u8) >= 0);
    }

    // The line end after a boundary belongs to it, and so does the one before the next.
    private static ReadOnlyMemory<byte> WithoutLineEnds(ReadOnlyMemory<byte> text)
    {
        var start = text.Span.IndexOf((byte)'\n') + 1;
        var end = text.Length;
        if (end > start && text.Span[end - 1] == '\n')
        {
            end--;
            if (end > start && text.Span[end - 1] == '\r')
            {
                end--;
            }
        }

        return text[start..end];
    }

    /// <summary>The next boundary at the beginning of a line.</summary>
    private static int Find(ReadOnlySpan<byte> body, byte[] mark, int from)
    {
        while (from < body.Length)
        {
            var at = body[from..].IndexOf(mark);
            if (at < 0)
            {
                return -1;
            }

            at += from;
            var after = at + mark.Length;
            var ends = after == body.Length || body[after] is (byte)'\r' or (byte)'\n' or (byte)'-' or (byte)' ';
            if (ends && (at == 0 || body[at - 1] == '\n'))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }
}
