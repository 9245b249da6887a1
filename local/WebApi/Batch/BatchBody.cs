using System;
using System.Collections.Generic;
using System.Text;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CrmAddon.Local.WebApi.Batch;

/// <summary>The answers of a batch, in the order of its requests.</summary>
internal sealed class BatchBody(IReadOnlyList<BatchResult> results) : ApiBody
{
    private readonly string _boundary = $"batchresponse_{Guid.NewGuid():D}";

    public override string ContentType => $"multipart/mixed; boundary={_boundary}";

    public override async Task WriteAsync(ApiOutput output)
    {
        foreach (var result in results)
        {
            if (!result.IsChangeSet)
            {
                await WriteAsync(output, _boundary, null, result.Responses[0].Response).ConfigureAwait(false);
                continue;
            }

            var boundary = $"changesetresponse_{Guid.NewGuid():D}";
            Write(output, $"--{_boundary}\r\nContent-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
            foreach (var (contentId, response) in result.Responses)
            {
                await WriteAsync(output, boundary, contentId, response).ConfigureAwait(false);
            }

            Write(output, $"--{boundary}--\r\n");
        }

        Write(output, $"--{_boundary}--\r\n");
        await output.FlushAsync().ConfigureAwait(false);
    }

    private static async Task WriteAsync(ApiOutput output, string boundary, string? contentId, ApiResponse response)
    {
        var head = new StringBuilder()
            .Append("--").Append(boundary).Append("\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null)
        {
            head.Append("Content-ID: ").Append(contentId).Append("\r\n");
        }

        head.Append("\r\nHTTP/1.1 ").Append(response.Status).Append(' ').Append(ReasonPhrases.GetReasonPhrase(response.Status)).Append("\r\n");
        if (response.Status >= 400)
        {
            head.Append("REQ_ID: ").Append(Guid.NewGuid().ToString("D")).Append("\r\n");
        }

        if (response.Body is not null)
        {
            head.Append("Content-Type: ").Append(response.Body.ContentType).Append("\r\n");
        }

        head.Append("OData-Version: 4.0\r\n");
        foreach (var (name, value) in response.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        head.Append("\r\n");
        Write(output, head.ToString());
        if (response.Body is not null)
        {
            output.NextDocument();
            await response.Body.WriteAsync(output).ConfigureAwait(false);
        }

        Write(output, "\r\n");
    }

    private static void Write(ApiOutput output, string text) => output.Write(Encoding.UTF8.GetBytes(text));
}
