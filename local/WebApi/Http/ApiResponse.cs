using System.Collections.Generic;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>The answer to one request: the body is written when the rest is settled, so that large ones are streamed.</summary>
internal sealed class ApiResponse(int status, ApiBody? body = null)
{
    public int Status { get; } = status;

    public ApiBody? Body { get; } = body;

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public ApiResponse With(string header, string value)
    {
        Headers.Add(new(header, value));
        return this;
    }
}
