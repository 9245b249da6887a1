using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Deals;

/// <summary>
/// Judges a deal without writing anything. Whoever asks has to be able to read the deal; what decides its shares is then read as the
/// system, since half a roster would give wrong shares, and no more of it is told than the deal's splits tell anyhow.
/// </summary>
/// <param name="system">The service with the system's rights.</param>
/// <param name="caller">The service with the rights of whoever asks.</param>
/// <param name="today">Today.</param>
internal sealed class SharesPreview(IOrganizationService system, IOrganizationService caller, DateTime today)
{
    /// <param name="opportunity">The deal.</param>
    /// <param name="whatIf">What would be otherwise.</param>
    /// <param name="withNearMisses">Whether to look for what was nearly otherwise.</param>
    public PreviewedDeal Of(Guid opportunity, WhatIf whatIf, bool withNearMisses)
    {
        caller.Retrieve(Opportunity.Table, opportunity, new ColumnSet(Opportunity.Name));
        var deal = whatIf.Apply(new DealLoader(system).Load(opportunity, isNew: false)!, caller, today);
        var date = deal.BusinessDate(today);
        return new PreviewedDeal(deal.Name, date, deal.IsLost, deal.IsLost ? [] : Judged(deal, date, withNearMisses).ToList());
    }

    private IEnumerable<PreviewedProgram> Judged(Deal deal, DateTime date, bool withNearMisses)
    {
        var published = PublishedRules.Load(system);
        foreach (var program in published.Programs)
        {
            if (published.For(program, Month.Of(date)) is not { } rules)
                continue;

            var facts = deal.ToCase(rules, date);
            // What is paid once is earned when the deal is won: that is what an open deal would earn.
            var won = facts.IsWon ? facts : facts with { IsWon = true };
            yield return new PreviewedProgram(
                program, facts, rules.Rules.Judge(facts), rules.Rules.Judge(won).Earnings,
                withNearMisses ? NearMisses.Of(rules.Rules, facts) : []);
        }
    }
}
