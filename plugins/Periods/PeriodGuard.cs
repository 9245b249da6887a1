using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// A closed month is closed for good, one that is being closed goes on to be closed, and nobody closes one by hand: only the close
/// itself posts the entries first.
/// </summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0805", Message = "Create", Table = Period.Table, Stage = Stage.PreOperation)]
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
        switch (happened.Message)
        {
            case "Create":
                if (!IsOpen(happened.Target) && !ClosingWork.Causes(happened))
                    throw PeriodText.ClosedByClosing(happened.Target.Text(Period.Name));

                break;
            case "Delete":
                Delete(happened.Before());
                break;
            default:
                Change(happened);
                break;
        }
    }

    private static void Delete(Entity before)
    {
        var name = before.Text(Period.Name);
        switch (before.Option(Period.Status))
        {
            case Period.StatusOf.Closed:
                throw PeriodText.IsClosed(name);
            case Period.StatusOf.Closing:
                throw PeriodText.IsBeingClosed(name);
        }
    }

    private static void Change(PluginEvent happened)
    {
        var before = happened.Before();
        var name = before.Text(Period.Name);
        var changed = Changes.Of(before, happened.Target).Intersect(GuardedColumns, StringComparer.Ordinal).ToList();
        if (changed.Count == 0)
            return;
        if (before.Option(Period.Status) == Period.StatusOf.Closed)
            throw PeriodText.IsClosed(name);
        if (!IsOpen(before) && IsOpen(happened.After()))
            throw PeriodText.IsBeingClosed(name);
        if (!IsOpen(happened.After()) && !ClosingWork.Causes(happened))
            throw PeriodText.ClosedByClosing(name);
    }

    private static bool IsOpen(Entity period) =>
        (period.Option(Period.Status) ?? Period.StatusOf.Open) == Period.StatusOf.Open
        && (period.Option(Period.State) ?? Period.StateOf.Open) == Period.StateOf.Open;
}
