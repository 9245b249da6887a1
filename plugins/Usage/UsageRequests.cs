using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Usage;

/// <summary>Asks for customers' months to be judged.</summary>
internal sealed class UsageRequests(IOrganizationService service, DateTime now)
{
    private readonly WorkRequests _work = new(service, now);

    /// <summary>Asks for these months, by every active program.</summary>
    public void Request(IReadOnlyCollection<CustomerMonth> months)
    {
        if (months.Count == 0)
            return;

        foreach (var program in ProgramFacts.All(service, query => query.Where(Program.State, 0)))
            foreach (var month in months)
                _work.JudgeUsage(program, month.Customer, month.Month);
    }

    /// <summary>Asks again for the months of a customer that were asked for before, which are those with usage.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="from">The first month.</param>
    /// <param name="until">The last month; null for all.</param>
    public void RequestAgain(Guid customer, Month from, Month? until) => Again(Items(from, until).Where(WorkItem.Customer, customer));

    /// <summary>Asks again for the months after one that changed, as far as the rules look back from them.</summary>
    public void Ripple(ProgramFacts program, CustomerMonth changed, int lookbackMonths)
    {
        if (lookbackMonths > 0)
            Again(Items(changed.Month.AddMonths(1), LookedBackOn(changed).AddMonths(lookbackMonths))
                .Where(WorkItem.Customer, changed.Customer)
                .Where(WorkItem.Program, program.Id));
    }

    // What lies before a customer's first month is unknown. So where the first month comes or goes, the months that look back on
    // the one that is first without it see something else as well.
    private Month LookedBackOn(CustomerMonth changed) =>
        service.First(Usage(changed.Customer, ConditionOperator.LessThan, changed.Month)) is null
        && service.First(Usage(changed.Customer, ConditionOperator.GreaterThan, changed.Month)) is { } next
            ? next.Month(UsageRow.ChargeMonth)!.Value
            : changed.Month;

    private static QueryExpression Usage(Guid customer, ConditionOperator side, Month month)
    {
        var query = Queries.From(UsageRow.Table, UsageRow.ChargeMonth)
            .Where(UsageRow.Customer, customer)
            .Where(UsageRow.ChargeMonth, side, month.FirstDay);
        query.AddOrder(UsageRow.ChargeMonth, OrderType.Ascending);
        return query;
    }

    // One that waits is asked for too: it may be just being judged, with what was known before.
    private void Again(QueryExpression items)
    {
        foreach (var item in service.All(items))
            _work.Again(item);
    }

    private static QueryExpression Items(Month from, Month? until)
    {
        var query = Queries.From(WorkItem.Table, WorkItem.State)
            .Where(WorkItem.Kind, WorkItem.KindOf.JudgeUsage)
            .Where(WorkItem.Month, ConditionOperator.GreaterEqual, from.FirstDay);
        return until is { } last ? query.Where(WorkItem.Month, ConditionOperator.LessEqual, last.FirstDay) : query;
    }
}
