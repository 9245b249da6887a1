using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Payouts;

/// <summary>
/// A statement was approved or paid: who and when is noted, and the entries that it pays move with it. Only the partner's latest
/// statement can be approved: it carries forward what the ones before it left open.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = StatementRow.Table, Filter = StatementRow.Status + "," + StatementRow.State)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a82", StepId = UpdateStep, Alias = "before", Columns = Columns)]
public sealed class PayoutMoved : EventPlugin
{
    private const string Columns = StatementRow.Name + "," + StatementRow.State + "," + StatementRow.Status + "," + StatementRow.Program + ","
        + StatementRow.Partner + "," + StatementRow.Month + "," + StatementRow.PaidOn;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0e02";

    private protected override void Answer(PluginEvent happened)
    {
        var before = happened.Before();
        var to = PayoutMoves.Next(before, happened.Target);
        if (to == before.Option(StatementRow.Status))
            return;

        var entries = new PaidEntries(happened.Service, before);
        if (to == StatementRow.StatusOf.Approved)
        {
            RefuseIfCarried(happened.Service, before);
            happened.Service.Update(new Entity(StatementRow.Table, happened.RowId)
            {
                [StatementRow.ApprovedBy] = new EntityReference("systemuser", happened.UserId),
                [StatementRow.ApprovedOn] = happened.Now,
            });
            entries.Move(Entry.StatusOf.Approved, Entry.StatusOf.Posted, Entry.StatusOf.Released);
        }
        else if (to == StatementRow.StatusOf.Paid)
        {
            if (happened.After().Date(StatementRow.PaidOn) is null)
                happened.Service.Update(new Entity(StatementRow.Table, happened.RowId) { [StatementRow.PaidOn] = happened.Today });

            entries.Move(Entry.StatusOf.Paid, Entry.StatusOf.Approved);
        }
    }

    private static void RefuseIfCarried(IOrganizationService service, Entity statement)
    {
        var later = Queries.From(StatementRow.Table, StatementRow.Name)
            .Where(StatementRow.Program, statement.Lookup(StatementRow.Program)!.Value)
            .Where(StatementRow.Partner, statement.Lookup(StatementRow.Partner)!.Value)
            .Where(StatementRow.Month, ConditionOperator.GreaterThan, statement.Month(StatementRow.Month)!.Value.FirstDay);
        later.AddOrder(StatementRow.Month, OrderType.Descending);
        if (service.First(later) is { } carrying)
            throw PayoutText.IsCarried(statement.Text(StatementRow.Name), carrying.Text(StatementRow.Name));
    }
}
