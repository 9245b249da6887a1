using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>One message on its way through the pipeline; what all its steps see in common.</summary>
internal sealed class Operation(string message, string? table, Caller caller, DateTime createdOn)
{
    /// <summary>Requests may send requests this deep; the platform's guard against endless loops.</summary>
    public const int DeepestAllowed = 8;

    public string Message { get; } = message;

    public string? Table { get; } = table;

    public Guid RowId { get; set; }

    public Caller Caller { get; } = caller;

    public int Depth { get; init; } = caller.Depth;

    public Guid CorrelationId { get; init; } = caller.Parent?.CorrelationId ?? Guid.NewGuid();

    public DateTime CreatedOn { get; } = createdOn;

    public ParameterCollection Inputs { get; init; } = [];

    public ParameterCollection Outputs { get; init; } = [];

    public ParameterCollection Shared { get; init; } = [];
}
