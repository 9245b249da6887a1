using System;
using System.Collections.Generic;

namespace CrmAddon.Registration;

/// <summary>When Dataverse runs a plug-in class.</summary>
/// <param name="Id">Fixed id of the step, the same in every environment.</param>
/// <param name="Message">The message, such as <c>Create</c>.</param>
/// <param name="Table">Logical name of the table; null for messages without one.</param>
/// <param name="Stage">Where in the pipeline.</param>
/// <param name="Mode">With the operation, or as a system job after it.</param>
/// <param name="Rank">Order among the steps of one stage, lowest first.</param>
/// <param name="Filter">Columns of which an update has to carry at least one; empty for no such condition.</param>
/// <param name="Images">Snapshots of the row that the step is given.</param>
public sealed record StepInfo(
    Guid Id,
    string Message,
    string? Table,
    StepStage Stage,
    StepMode Mode,
    int Rank,
    IReadOnlyList<string> Filter,
    IReadOnlyList<ImageInfo> Images)
{
    /// <summary>Unsecure configuration for the class's constructor; null for none.</summary>
    public string? Configuration { get; init; }

    /// <summary>Whether the system job of an asynchronous step is deleted when it succeeded.</summary>
    public bool AsyncAutoDelete { get; init; }
}
