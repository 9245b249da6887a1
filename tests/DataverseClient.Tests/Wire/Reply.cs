using System.Collections.Generic;

namespace CrmAddon.DataverseClient.Tests.Wire;

/// <summary>What a scripted server answers.</summary>
/// <param name="Status">The status; 0 breaks the connection off.</param>
/// <param name="Body">The body.</param>
internal sealed record Reply(int Status, string Body = "")
{
    public const string Json = "application/json; odata.metadata=minimal";

    public string ContentType { get; init; } = Json;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Reply Broken { get; } = new(0);

    /// <summary>A refusal as the documentation shows it.</summary>
    public static Reply Refusal(int status, string code, string message, string? retryAfter = null) =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"{{{message}}}"}}""")
        {
            Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        };

    public Reply With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
