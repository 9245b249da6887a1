using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Tiers;

/// <summary>When a month closes, it is asked which tier each partner has earned who was engaged with a customer in it.</summary>
internal sealed class EngagedPartners(IOrganizationService service, DateTime now)
{
    /// <param name="program">The program.</param>
    /// <param name="month">The month that closes.</param>
    public void Request(ProgramFacts program, Month month)
    {
        if (PublishedRules.Load(service).For(program.Id, month) is not { } rules || (rules.Rules.Features & ProgramFeatures.Tiers) == 0)
            return;

        var query = Queries.From(Engagement.Table, Engagement.Partner)
            .Where(Engagement.State, Engagement.StateOf.Active)
            .Where(Engagement.From, ConditionOperator.LessEqual, month.LastDay);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(Engagement.Until, ConditionOperator.Null);
        open.AddCondition(Engagement.Until, ConditionOperator.GreaterEqual, month.FirstDay);
        query.Distinct = true;
        var work = new WorkRequests(service, now);
        foreach (var partner in service.All(query).Select(row => row.Lookup(Engagement.Partner)!.Value).Distinct().OrderBy(partner => partner))
            work.JudgeTier(rules.Program, partner, month);
    }
}
