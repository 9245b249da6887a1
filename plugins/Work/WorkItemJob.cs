using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Deals;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Plugins.Periods;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Tiers;
using CrmAddon.Plugins.Usage;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Work;

/// <summary>
/// Does what a work item asks for. The update that began it holds the item's row until the end of the transaction, so two jobs at
/// once queue up and a request that comes meanwhile finds the item done and asks again: no race decides money.
/// </summary>
internal sealed class WorkItemJob(IOrganizationService service, DateTime now)
{
    private static readonly ColumnSet Columns = new(
        WorkItem.Kind, WorkItem.Program, WorkItem.Customer, WorkItem.Opportunity, WorkItem.Partner, WorkItem.Month, WorkItem.Ripple,
        WorkItem.State);

    /// <param name="id">The work item.</param>
    public void Run(Guid id)
    {
        var item = service.Retrieve(WorkItem.Table, id, Columns);
        if (item.Option(WorkItem.State) == WorkItem.StateOf.Done)
            return;

        service.Update(new Entity(WorkItem.Table, id)
        {
            [WorkItem.State] = new OptionSetValue(WorkItem.StateOf.Done),
            [WorkItem.Status] = new OptionSetValue(WorkItem.StatusOf.Done),
        });
        Do(item);
    }

    // A customer or partner that was deleted since leaves its work items behind, with the lookup emptied: there is nothing to judge.
    private void Do(Entity item)
    {
        var program = item.Lookup(WorkItem.Program)!.Value;
        var month = item.Month(WorkItem.Month)!.Value;
        switch (item.Option(WorkItem.Kind))
        {
            case WorkItem.KindOf.JudgeUsage when item.Lookup(WorkItem.Customer) is { } customer:
                new UsageJudgement(service, now).Judge(
                    program, new CustomerMonth(customer, month), item.GetAttributeValue<bool>(WorkItem.Ripple));
                break;
            case WorkItem.KindOf.JudgeDeal:
                new DealJudgement(service, now).Judge(item.Lookup(WorkItem.Opportunity)!.Value);
                break;
            case WorkItem.KindOf.ApplyLimits:
                new Limits(service, now).Apply(program, item.Lookup(WorkItem.Partner), month);
                break;
            case WorkItem.KindOf.JudgeTier when item.Lookup(WorkItem.Partner) is { } partner:
                new TierJudgement(service).Judge(program, partner, month);
                break;
            case WorkItem.KindOf.CloseMonth:
                Close(program, item.Lookup(WorkItem.Partner), month);
                break;
        }
    }
    // A work item can be asked for again by hand, and so after its month was closed, or before.
    private void Close(Guid program, Guid? partner, Month month)
    {
        var seal = new PeriodSeal(service, now);
        if (partner is { } one && seal.IsClosing(program, month))
            new PartnerClose(service, now).Close(program, one, month);

        seal.SealIfDone(program, month);
    }
}
