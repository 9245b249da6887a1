using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Work;

/// <summary>
/// A person may ask for a work item again, and no more: one that is marked as done, or turned to something else, would leave usage
/// unjudged without anybody's seeing it.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = WorkItem.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a91", StepId = UpdateStep, Alias = "before", Columns = Guarded + "," + WorkItem.Name)]
public sealed class WorkItemGuard : EventPlugin
{
    private const string IsFor = WorkItem.Key + "," + WorkItem.Program + "," + WorkItem.Kind + "," + WorkItem.Customer + ","
        + WorkItem.Opportunity + "," + WorkItem.Partner + "," + WorkItem.Month + "," + WorkItem.Subjects;

    private const string Guarded = IsFor + "," + WorkItem.State + "," + WorkItem.Status;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0704";

    private static readonly string[] Fixed = IsFor.Split(',');

    private protected override void Answer(PluginEvent happened)
    {
        if (!happened.IsDirect)
            return;

        var before = happened.Before();
        var isMarkedDone = before.Option(WorkItem.Status) != WorkItem.StatusOf.Done
            && Changes.StatusAfter(before, happened.Target, WorkItem.StatusOf.Waiting, WorkItem.StatusOf.Done) == WorkItem.StatusOf.Done;
        if (isMarkedDone || Changes.Of(before, happened.Target).Intersect(Fixed, StringComparer.Ordinal).Any())
            throw new Refusal("work.only-again", ("item", before.Text(WorkItem.Name)));
    }
}
