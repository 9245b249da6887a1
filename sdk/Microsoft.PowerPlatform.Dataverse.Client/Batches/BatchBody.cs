using System;
using System.Buffers;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Text;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client.Batches;

/// <summary>Writes the body of <c>$batch</c> ("Execute batch operations using the Web API"): requests, and change sets of requests.</summary>
internal sealed class BatchBody
{
    private const string Line = "\r\n";

    private readonly ArrayBufferWriter<byte> body = new();
    private readonly string boundary = $"batch_{Guid.NewGuid()}";

    /// <summary>Adds a request that stands for itself.</summary>
    public void Add(WireRequest request)
    {
        Write($"--{boundary}{Line}");
        Part(request, contentId: null);
    }

    /// <summary>Adds requests that are one transaction; they are numbered from 1 by <c>Content-ID</c>.</summary>
    public void AddChangeSet(IReadOnlyList<WireRequest> requests)
    {
        var inner = $"changeset_{Guid.NewGuid()}";
        Write($"--{boundary}{Line}Content-Type: multipart/mixed; boundary=\"{inner}\"{Line}{Line}");
        for (var i = 0; i < requests.Count; i++)
        {
            Write($"--{inner}{Line}");
            Part(requests[i], i + 1);
        }

        Write($"--{inner}--{Line}{Line}");
    }

    public WireRequest ToRequest(bool continueOnError)
    {
        Write($"--{boundary}--{Line}");
        var request = new WireRequest(HttpMethod.Post, "$batch") { Body = body.WrittenSpan.ToArray(), ContentType = $"multipart/mixed; boundary=\"{boundary}\"" };
        return continueOnError ? request.With("Prefer", "odata.continue-on-error") : request;
    }

    private void Part(WireRequest request, int? contentId)
    {
        Write($"Content-Type: application/http{Line}Content-Transfer-Encoding: binary{Line}");
        if (contentId is { } id)
            Write($"Content-ID: {id.ToString(CultureInfo.InvariantCulture)}{Line}");
        Write($"{Line}{request.Method} {WebApiConnection.Root}{request.Path} HTTP/1.1{Line}Accept: application/json{Line}");
        if (request.Body is not null)
            Write($"Content-Type: {request.ContentType}; type=entry{Line}");
        foreach (var (name, value) in request.Headers)
            Write($"{name}: {value}{Line}");
        Write(Line);
        if (request.Body is not null)
            body.Write(request.Body);
        Write(Line);
    }

    private void Write(string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
