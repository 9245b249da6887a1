using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Clawbacks;

/// <summary>
/// A customer who leaves sends no usage, so nothing asks to judge the month. When a month closes it is asked for every customer whose
/// deals have paid commissions; what is taken back then is booked in the month that is open next.
/// </summary>
internal sealed class SilentCustomers(IOrganizationService service, DateTime now)
{
    /// <param name="program">The program.</param>
    /// <param name="month">The month that closes.</param>
    public void Request(ProgramFacts program, Month month)
    {
        if (PublishedRules.Load(service).For(program.Id, month) is not { } rules || (rules.Rules.Features & ProgramFeatures.Clawbacks) == 0)
            return;

        var judged = new HashSet<Guid>(service
            .All(Queries.From(WorkItem.Table, WorkItem.Customer)
                .Where(WorkItem.Program, program.Id)
                .Where(WorkItem.Kind, WorkItem.KindOf.JudgeUsage)
                .Where(WorkItem.Month, month.FirstDay))
            .Select(row => row.Lookup(WorkItem.Customer)!.Value));
        var work = new WorkRequests(service, now);
        foreach (var customer in Customers(program.Id, rules.Rules, month).Where(customer => !judged.Contains(customer)))
            work.JudgeUsage(rules.Program, customer, month);
    }

    private IEnumerable<Guid> Customers(Guid program, RuleProgram rules, Month month)
    {
        var query = Queries.From(Entry.Table, Entry.Customer)
            .Where(Entry.Program, program)
            .Where(Entry.Opportunity, ConditionOperator.NotNull)
            .Where(Entry.Customer, ConditionOperator.NotNull)
            .Where(Entry.EarnedMonth, ConditionOperator.LessEqual, month.FirstDay);
        if (rules.ClawbackDays is { } days)
            query.Where(Entry.EarnedMonth, ConditionOperator.GreaterEqual, Month.Of(month.FirstDay.AddDays(-days)).FirstDay);
        query.Distinct = true;
        return service.All(query).Select(row => row.Lookup(Entry.Customer)!.Value).Distinct().OrderBy(customer => customer);
    }
}
