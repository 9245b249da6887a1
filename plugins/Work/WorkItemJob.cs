using System;
using System.ServiceModel;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Plugins.Periods;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Usage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Work;

/// <summary>
/// Does what a work item asks for. All writes and the mark that it is done are one transaction that holds only if nobody asked again
/// meanwhile; else the work is done anew with what is known then. So two jobs at once, or one that is killed, decide no money.
/// </summary>
internal sealed class WorkItemJob(IOrganizationService service, DateTime now)
{
    private const int VersionMismatch = unchecked((int)0x80060882);
    private const int Attempts = 5;

    private static readonly ColumnSet Columns = new(
        WorkItem.Kind, WorkItem.Program, WorkItem.Customer, WorkItem.Partner, WorkItem.Month, WorkItem.Ripple, WorkItem.State);

    /// <param name="id">The work item.</param>
    /// <exception cref="InvalidPluginExecutionException">It can't be done now; the status asks for another attempt.</exception>
    public void Run(Guid id)
    {
        try
        {
            var item = service.Retrieve(WorkItem.Table, id, Columns);
            if (item.Option(WorkItem.State) == WorkItem.StateOf.Waiting)
                DoUntilDone(item);

            if (item.Option(WorkItem.Kind) == WorkItem.KindOf.CloseMonth)
                new PeriodSeal(service, now).SealIfDone(item.Lookup(WorkItem.Program)!.Value, item.Month(WorkItem.Month)!.Value);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            // A row that somebody else holds or has just written: the next attempt sees it.
            throw new InvalidPluginExecutionException(OperationStatus.Retry, e.Message);
        }
    }

    private void DoUntilDone(Entity item)
    {
        for (var attempt = 1; ; attempt++)
        {
            var work = new UnitOfWork(service);
            Do(item, work);
            work.Execute(Done(item));
            try
            {
                work.Commit();
                return;
            }
            catch (FaultException<OrganizationServiceFault> e) when (e.Detail.ErrorCode == VersionMismatch && attempt < Attempts)
            {
                item = service.Retrieve(WorkItem.Table, item.Id, Columns);
            }
        }
    }

    private void Do(Entity item, UnitOfWork work)
    {
        var program = item.Lookup(WorkItem.Program)!.Value;
        var month = item.Month(WorkItem.Month)!.Value;
        switch (item.Option(WorkItem.Kind))
        {
            case WorkItem.KindOf.JudgeUsage:
                new UsageJudgement(work, now).Judge(
                    program, new CustomerMonth(item.Lookup(WorkItem.Customer)!.Value, month), item.GetAttributeValue<bool>(WorkItem.Ripple));
                break;
            case WorkItem.KindOf.ApplyPartnerCap:
                new PartnerCap(work).Apply(program, item.Lookup(WorkItem.Partner)!.Value, month);
                break;
            case WorkItem.KindOf.CloseMonth:
                new PartnerClose(work, now).Close(program, item.Lookup(WorkItem.Partner)!.Value, month);
                break;
        }
    }

    private static UpdateRequest Done(Entity item) => new()
    {
        Target = new Entity(WorkItem.Table, item.Id)
        {
            RowVersion = item.RowVersion,
            [WorkItem.State] = new OptionSetValue(WorkItem.StateOf.Done),
            [WorkItem.Status] = new OptionSetValue(WorkItem.StatusOf.Done),
        },
        ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
    };
}
