using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Registration;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>
/// The steps of one event of one table, by stage and rank; steps of equal rank in the order of their registration. A single
/// message and its multiple sibling are one event: the pipelines of <c>Create</c> and <c>CreateMultiple</c> (and of update) are
/// merged, as in the platform.
/// </summary>
internal sealed class EventSteps
{
    public static readonly EventSteps None = new([], null);

    /// <param name="steps">In the order of registration.</param>
    /// <param name="table">The message's table; null where it has none.</param>
    public EventSteps(IReadOnlyList<Step> steps, TableMetadata? table)
    {
        PreValidation = Of(steps, StepStage.PreValidation);
        PreOperation = Of(steps, StepStage.PreOperation);
        PostOperation = Of(steps, StepStage.PostOperation);
        Asynchronous = [.. steps.Where(s => s.Mode == StepMode.Asynchronous).OrderBy(s => s.Rank)];
        Before = ImageColumns(steps.Where(s => s.WantsBefore), ImageType.Post, table);
        After = ImageColumns(steps.Where(s => s.WantsAfter), ImageType.Pre, table);
        Any = steps.Count > 0;
    }

    public bool Any { get; }

    public Step[] PreValidation { get; }

    public Step[] PreOperation { get; }

    public Step[] PostOperation { get; }

    public Step[] Asynchronous { get; }

    /// <summary>Whether something runs inside the transaction.</summary>
    public bool AnyInTransaction => PreOperation.Length + PostOperation.Length + Asynchronous.Length > 0;

    /// <summary>Columns that any pre-image wants; null where there is none.</summary>
    public IReadOnlyList<ColumnMetadata>? Before { get; }

    /// <summary>Columns that any post-image wants; null where there is none.</summary>
    public IReadOnlyList<ColumnMetadata>? After { get; }

    private static Step[] Of(IEnumerable<Step> steps, StepStage stage) =>
        [.. steps.Where(s => s.Stage == stage && s.Mode == StepMode.Synchronous).OrderBy(s => s.Rank)];

    private static List<ColumnMetadata>? ImageColumns(IEnumerable<Step> steps, ImageType notThis, TableMetadata? table)
    {
        var images = steps.SelectMany(s => s.Images).Where(i => i.Type != notThis).ToList();
        if (images.Count == 0 || table is null)
        {
            return null;
        }

        // A step of every table may name columns that this one does not have.
        return images.Exists(i => i.Columns.Count == 0)
            ? [.. table.Columns]
            : [.. images.SelectMany(i => i.Columns).Distinct(StringComparer.Ordinal).Select(table.Find).OfType<ColumnMetadata>()];
    }
}
