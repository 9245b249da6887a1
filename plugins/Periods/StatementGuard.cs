using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// A statement is issued by the close of its month alone, and keeps its amounts. Only while that month is being closed may the close
/// still bring a late entry in.
/// </summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0813", Message = "Create", Table = StatementRow.Table, Stage = Stage.PreOperation)]
[Step(UpdateStep, Message = "Update", Table = StatementRow.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Step(DeleteStep, Message = "Delete", Table = StatementRow.Table, Stage = Stage.PreOperation)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a45", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a46", StepId = DeleteStep, Alias = "before", Columns = Guarded)]
public sealed class StatementGuard : EventPlugin
{
    private const string Guarded = StatementRow.Name + "," + StatementRow.Program + "," + StatementRow.Partner + "," + StatementRow.Month + ","
        + StatementRow.Opening + "," + StatementRow.Earned + "," + StatementRow.Adjustments + "," + StatementRow.Clawbacks + ","
        + StatementRow.HeldNow + "," + StatementRow.Released + "," + StatementRow.HeldBalance + "," + StatementRow.Closing + ","
        + StatementRow.Payable + "," + StatementRow.Entries + "," + StatementRow.IssuedOn + "," + StatementRow.Currency + ","
        + StatementRow.Manager;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0811";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0812";

    private static readonly string[] GuardedColumns = Guarded.Split(',');

    private protected override void Answer(PluginEvent happened)
    {
        switch (happened.Message)
        {
            case "Create" when !ClosingWork.Causes(happened):
                throw PeriodText.NotByHand();
            case "Delete":
            case "Update" when Changes.Of(happened.Before(), happened.Target).Intersect(GuardedColumns, StringComparer.Ordinal).Any()
                && !IsBeingClosed(happened):
                throw PeriodText.IsIssued(happened.Before().Text(StatementRow.Name));
        }
    }

    private static bool IsBeingClosed(PluginEvent happened) => ClosingWork.Causes(happened) && happened.Service.First(Queries
        .From(Period.Table, Period.Id)
        .Where(Period.Program, happened.Before().Lookup(StatementRow.Program)!.Value)
        .Where(Period.Month, happened.Before().Month(StatementRow.Month)!.Value.FirstDay)
        .Where(Period.Status, Period.StatusOf.Closing)) is not null;
}
