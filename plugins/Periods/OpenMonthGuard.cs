using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// The open month of a program moves on by closing months. By hand it is set only before there is anything in the books: set back,
/// it would open a closed month again; set forward, it would leave entries behind that nobody posts.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = Program.Table, Stage = Stage.PreOperation, Filter = Program.OpenMonth)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a47", StepId = UpdateStep, Alias = "before", Columns = Program.OpenMonth)]
public sealed class OpenMonthGuard : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0821";

    private protected override void Answer(PluginEvent happened)
    {
        var after = happened.Target.Month(Program.OpenMonth);
        if (happened.Before().Month(Program.OpenMonth) is { } before && after != before
            && !(after == before.AddMonths(1) && IsBeingClosed(happened, before)) && !IsEmpty(happened))
            throw PeriodText.OpenMonthIsKept(before);
    }

    private static bool IsBeingClosed(PluginEvent happened, Month month) => happened.Service.First(Queries.From(Period.Table, Period.Id)
        .Where(Period.Program, happened.Target.Id)
        .Where(Period.Month, month.FirstDay)
        .Where(Period.Status, Period.StatusOf.Closing)) is not null;

    private static bool IsEmpty(PluginEvent happened) =>
        happened.Service.First(Queries.From(Period.Table, Period.Id)
            .Where(Period.Program, happened.Target.Id)
            .Where(Period.Status, ConditionOperator.NotEqual, Period.StatusOf.Open)) is null
        && happened.Service.First(Queries.From(Entry.Table, Entry.Id).Where(Entry.Program, happened.Target.Id)) is null;
}
