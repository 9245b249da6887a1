using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Metadata;

/// <summary>
/// A step that a solution registers for a plug-in class (SdkMessageProcessingSteps). The files name the message by the id that is the
/// same in every environment; <paramref name="Message"/> is null where that id is not known here.
/// </summary>
internal sealed record StepDeclaration(
    Guid Id,
    string Name,
    string? Message,
    Guid MessageId,
    string PluginType,
    string Assembly,
    string? Table,
    int Stage,
    int Mode,
    int Rank,
    IReadOnlyList<string> FilteringColumns,
    IReadOnlyList<StepImageDeclaration> Images,
    string? Configuration,
    SourcePlace Place)
{
    /// <summary>Whether the step is switched on (a solution may bring disabled ones).</summary>
    public bool IsEnabled { get; init; } = true;

    public bool IsAsyncAutoDelete { get; init; }
}

/// <summary>An image of a step: 0 before, 1 after, 2 both; no columns means all.</summary>
internal sealed record StepImageDeclaration(string Name, string Alias, int Type, IReadOnlyList<string> Columns);
