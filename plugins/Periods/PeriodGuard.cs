using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Periods;

/// <summary>A closed month is closed for good, and one that is being closed goes on to be closed.</summary>
[Step(UpdateStep, Message = "Update", Table = Period.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Step(DeleteStep, Message = "Delete", Table = Period.Table, Stage = Stage.PreOperation)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a41", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a44", StepId = DeleteStep, Alias = "before", Columns = Guarded)]
public sealed class PeriodGuard : EventPlugin
{
    private const string Guarded = Period.Name + "," + Period.Program + "," + Period.Month + "," + Period.Total + "," + Period.Entries + ","
        + Period.Hash + "," + Period.ClosedOn + "," + Period.State + "," + Period.Status;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0801";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0804";

    private static readonly string[] GuardedColumns = Guarded.Split(',');

    private protected override void Answer(PluginEvent happened)
    {
        var before = happened.Before();
        var name = before.Text(Period.Name);
        var isDelete = happened.Message == "Delete";
        switch (before.Option(Period.Status))
        {
            case Period.StatusOf.Closed when isDelete
                || Changes.Of(before, happened.Target).Intersect(GuardedColumns, StringComparer.Ordinal).Any():
                throw PeriodText.IsClosed(name);
            case Period.StatusOf.Closing when isDelete || happened.After().Option(Period.Status) == Period.StatusOf.Open:
                throw PeriodText.IsBeingClosed(name);
        }
    }
}
