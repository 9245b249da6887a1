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
    public void RequestAgain(Guid customer, Month from, Month? until)
    {
        foreach (var item in service.All(Items(customer, from, until)))
            _work.Again(item.Id, isRipple: false);
    }

    /// <summary>Asks again for the months after one that changed, as far as the rules look back from them.</summary>
    public void Ripple(ProgramFacts program, CustomerMonth changed, int lookbackMonths)
    {
        if (lookbackMonths == 0)
            return;

        var later = Items(changed.Customer, changed.Month.AddMonths(1), changed.Month.AddMonths(lookbackMonths))
            .Where(WorkItem.Program, program.Id)
            .Where(WorkItem.State, WorkItem.StateOf.Done);
        foreach (var item in service.All(later))
            _work.Again(item.Id, isRipple: true);
    }

    private static QueryExpression Items(Guid customer, Month from, Month? until)
    {
        var query = Queries.From(WorkItem.Table, WorkItem.Id)
            .Where(WorkItem.Customer, customer)
            .Where(WorkItem.Kind, WorkItem.KindOf.JudgeUsage)
            .Where(WorkItem.Month, ConditionOperator.GreaterEqual, from.FirstDay);
        return until is { } last ? query.Where(WorkItem.Month, ConditionOperator.LessEqual, last.FirstDay) : query;
    }
}
