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

    /// <summary>Asks again for the months after one that changed: those that look back on it, and the rest of its window.</summary>
    /// <param name="program">The program.</param>
    /// <param name="changed">The month.</param>
    /// <param name="lookbackMonths">How far the rules look back; zero where that was asked for already.</param>
    /// <param name="windowEnd">The last month of the quarter or year that the month is part of.</param>
    public void Ripple(ProgramFacts program, CustomerMonth changed, int lookbackMonths, Month windowEnd)
    {
        var last = lookbackMonths > 0 ? LookedBackOn(changed).AddMonths(lookbackMonths) : changed.Month;
        if (windowEnd > last)
            last = windowEnd;
        if (last > changed.Month)
            Again(Items(changed.Month.AddMonths(1), last)
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
