using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline.Steps;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>A message as it goes through the stages: its rows, its steps, and the operations that those steps see.</summary>
internal sealed class PipelineEvent
{
    private Operation? _multiple;

    public required Operation Invoked { get; init; }

    /// <summary>Single message that the rows take part in; the invoked one, or the sibling of a multiple one.</summary>
    public required string Single { get; init; }

    public required TableMetadata? Table { get; init; }

    public required IReadOnlyList<RowEvent> Rows { get; init; }

    public required EventSteps Steps { get; init; }

    /// <summary>Asks for the caller's rights, after pre-validation and before the transaction; null where nothing is asked of him.</summary>
    public Action? Check { get; set; }

    private bool InvokedAsMultiple => Invoked.Message != Single;

    /// <summary>What a step of the single message sees of a row.</summary>
    public Operation ForRow(RowEvent row) => row.Operation ??= InvokedAsMultiple
        ? new Operation(Single, Table?.Name, Invoked.Caller, Invoked.CreatedOn)
        {
            Depth = Invoked.Depth,
            CorrelationId = Invoked.CorrelationId,
            RequestId = Invoked.RequestId,
            Bypass = Invoked.Bypass,
            RowId = row.Id,
            Inputs = { ["Target"] = row.Target },
            Outputs = { ["id"] = row.Id },
        }
        : Invoked;

    /// <summary>What a step of the multiple message sees, also when a single message was sent.</summary>
    public Operation ForAll() => InvokedAsMultiple ? Invoked : _multiple ??= new Operation(
        Single + "Multiple", Table?.Name, Invoked.Caller, Invoked.CreatedOn)
    {
        Depth = Invoked.Depth,
        CorrelationId = Invoked.CorrelationId,
        RequestId = Invoked.RequestId,
        Bypass = Invoked.Bypass,
        Shared = Invoked.Shared,
        OuterShared = Invoked.OuterShared,
        Inputs = { ["Targets"] = Collection() },
        Outputs = { ["Ids"] = Rows.Select(r => r.Id).ToArray() },
    };

    private EntityCollection Collection() => new([.. Rows.Select(r => r.Target!)]) { EntityName = Table!.Name };
}
