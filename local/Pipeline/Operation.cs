using System;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>One message on its way through the pipeline; what all its steps see in common.</summary>
internal sealed class Operation(string message, string? table, Caller caller, DateTime createdOn)
{
    /// <summary>Requests may send requests this deep; the platform's guard against endless loops.</summary>
    public const int DeepestAllowed = 8;

    private PluginContext? _outer;
    private Guid? _correlationId;
    private Guid? _requestId;

    public string Message { get; } = message;

    public string? Table { get; } = table;

    public Guid RowId { get; set; }

    public Caller Caller { get; } = caller;

    public int Depth { get; init; } = caller.Depth;

    // Random ids cost more than the rest of an operation without steps: they are made when somebody asks.
    public Guid CorrelationId
    {
        get => _correlationId ??= Caller.Parent?.CorrelationId ?? Guid.NewGuid();
        init => _correlationId = value;
    }

    /// <summary>The client's request that all of this comes from.</summary>
    public Guid RequestId
    {
        get => _requestId ??= Caller.Parent?.Operation.RequestId ?? Guid.NewGuid();
        init => _requestId = value;
    }

    public DateTime CreatedOn { get; } = createdOn;

    public ParameterCollection Inputs { get; init; } = [];

    public ParameterCollection Outputs { get; init; } = [];

    /// <summary>What steps inside the transaction share; pre-validation too, but for messages with <see cref="HasOuter"/>.</summary>
    public ParameterCollection Shared { get; init; } = [];

    /// <summary>What steps of pre-validation share, where that is another collection.</summary>
    public ParameterCollection OuterShared { get => field ??= []; init; }

    /// <summary>The steps that the request wants left out; null: none.</summary>
    public StepBypass? Bypass { get; init; }

    /// <summary>
    /// Whether the stages inside the transaction are an operation inside the operation: their parent context is the message itself,
    /// in the main stage, and holds the variables of pre-validation. So it is for create, update and delete.
    /// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/understand-the-data-context#shared-variables"/>
    /// </summary>
    public bool HasOuter => Message is "Create" or "Update" or "Delete" or "CreateMultiple" or "UpdateMultiple";

    /// <summary>An operation with what a client's optional parameters say: a tag for its steps, and steps to leave out.</summary>
    public static Operation Of(OrganizationRequest request, string message, string? table, Caller caller, DateTime createdOn, Guid rowId)
    {
        var operation = new Operation(message, table, caller, createdOn)
        {
            RowId = rowId,
            Bypass = StepBypass.Of(request),
            _requestId = request.RequestId,
        };

        // The tag reaches the steps of its request, and no further.
        if (request.Parameters.TryGetValue(OptionalParameterNames.Tag, out var tag))
        {
            operation.Shared[OptionalParameterNames.Tag] = tag;
            operation.OuterShared[OptionalParameterNames.Tag] = tag;
        }

        return operation;
    }

    /// <summary>The message itself as the parent of its stages inside the transaction.</summary>
    public PluginContext Outer(Organization organization, int mode) => _outer ??= new PluginContext(this, PluginContext.MainStage, mode, organization);
}
