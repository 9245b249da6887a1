using System;

namespace CrmAddon.Local.WebApi.Errors;

/// <summary>A refusal by the Web API itself: status, the platform's code, and a sentence.</summary>
internal sealed class ApiException(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    /// <summary>Whether the platform leaves the code empty.</summary>
    public bool HasNoCode { get; init; }

    /// <summary>Seconds after which a client may try again; null for none.</summary>
    public int? RetryAfter { get; init; }
}
