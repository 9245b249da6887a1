using System.Collections.Generic;

namespace CrmAddon.WebApi.Tests.Format;

/// <summary>A case of a file: one or more requests, each with the answer that is expected.</summary>
/// <param name="File">The file's name without its ending.</param>
/// <param name="Name">What the case shows.</param>
/// <param name="Exchanges">Requests and answers, in order.</param>
internal sealed record HttpCase(string File, string Name, IReadOnlyList<HttpExchange> Exchanges)
{
    public override string ToString() => $"{File}: {Name}";
}

/// <summary>A request with the answer that is expected.</summary>
internal sealed record HttpExchange(
    int Line,
    string Method,
    string Address,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string Body,
    int Status,
    IReadOnlyList<KeyValuePair<string, string>> ExpectedHeaders,
    string ExpectedBody);
